import { constants, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { ServerOptions } from 'node:https';
import { Module } from '@nestjs/common';
import type { Config } from '#libs/config';
import { certificateTrust, eidTrust, type CardServices } from '#libs/digital-keys';
import { createApp, type App, type Logger } from '#libs/http';
import type { Metrics } from '#libs/metrics';
import { fasFrame } from '../fas-frame.js';
import { CARD_GATE_PARTS, type CardGateParts } from './card-gate-parts.js';
import { CardGateController } from './card-gate.controller.js';
import { presentedByProxy } from './presented-by-proxy.js';
import { presentedOnSocket } from './presented-on-socket.js';

const SHORTEST_SECRET = 32;

export interface CardGateSurroundings {
  readonly config: Config;
  readonly cards: CardServices;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Mounts what clients with certificates call here, too; given how the certificate of a request is read. */
  readonly mount?: (app: App, read: (request: IncomingMessage) => Buffer | undefined) => void;
}

/** The listener that asks browsers for a certificate, ready to listen. It has a host or port of its own. */
export async function createCardGate({ config, cards, mount, ...rest }: CardGateSurroundings): Promise<App> {
  const proxySecret = proxySecretOf(config);
  const parts: CardGateParts = {
    cards,
    addresses: config.baseUrl,
    ...(proxySecret !== undefined && { proxySecret }),
  };

  @Module({
    controllers: [CardGateController],
    providers: [{ provide: CARD_GATE_PARTS, useValue: parts }],
  })
  class CardGateModule {}

  const app = await createApp({
    ...rest,
    name: 'fas-card',
    module: CardGateModule,
    baseUrl: config.baseUrl.card,
    frame: fasFrame(config),
    publicMetrics: false,
    ...(proxySecret === undefined && { tls: tlsOptions(config) }),
  });
  // Each visit is a handshake of its own: the card in the reader may be another one by now.
  app.server.addHook('onSend', async (_request, reply) => void reply.header('connection', 'close'));
  mount?.(app, (request) => clientCertificate(request, proxySecret));
  return app;
}

/** The certificate of a client that is a machine. Whoever comes past the proxy has none. */
function clientCertificate(request: IncomingMessage, proxySecret: string | undefined): Buffer | undefined {
  const reading =
    proxySecret === undefined
      ? presentedOnSocket(request.socket)
      : presentedByProxy(request.headers, proxySecret);
  return reading.kind === 'certificate' ? reading.presented.certificate : undefined;
}

/**
 * Asks for a certificate and lets everybody in: who shows none, or a wrong one, gets a page and no broken connection.
 * No session is resumed, neither by ticket nor by identifier, since a resumed one would bring the certificate of an
 * earlier visitor along.
 */
function tlsOptions({ cardGate, eid, certificate, openId }: Config): ServerOptions {
  const { keyFile, certificateFile } = cardGate;
  if (!keyFile || !certificateFile) throw new Error('the certificate listener has no key or certificate');
  // Read once to refuse a start with files that hold no authorities.
  eidTrust(eid);
  certificateTrust(certificate);
  const sellers = certificate.authorities.map(({ certificatesFile }) => certificatesFile);
  return {
    key: readFileSync(keyFile),
    cert: readFileSync(certificateFile),
    // Browsers offer certificates of these authorities only, and so do some clients.
    ca: [eid.trustedRootsFile, eid.issuersFile, ...sellers, openId.clientAuthoritiesFile]
      .filter((file) => typeof file === 'string')
      .map((file) => readFileSync(file)),
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
    honorCipherOrder: true,
  };
}

/** None where a proxy ends the connections. */
export function listenerCertificate({ cardGate: { certificateFile } }: Config): readonly X509Certificate[] {
  return certificateFile ? [new X509Certificate(readFileSync(certificateFile))] : [];
}

function proxySecretOf({ cardGate: { proxySecretFile } }: Config): string | undefined {
  if (!proxySecretFile) return undefined;
  const secret = readFileSync(proxySecretFile, 'utf8').trim();
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new Error(`the secret in ${proxySecretFile} has fewer than ${SHORTEST_SECRET} characters`);
}
