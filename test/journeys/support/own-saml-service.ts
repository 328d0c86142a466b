import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { days } from '#libs/kernel';
import { ensureServiceProvider, serviceProviderAddresses } from '#libs/testing';
import { scratchFolder } from '../../support/register-application.js';
import { certificatesIn, fasMetadata, SamlService } from '../../support/saml-service.js';
import { certifiedKey, signedMetadata } from '../../support/signed-metadata.js';

/** A service with a web server of its own that speaks SAML with the stock client, and that nobody registered. */
export interface OwnSamlService {
  readonly entityId: string;
  /** As it stands in a file. */
  readonly metadata: string;
  /** Where the same stands, signed. */
  readonly metadataAddress: string;
  /** Certificate (PEM) of who signed that. */
  readonly metadataSigner: string;
  /** Sends the browser to CSAM. */
  begin(page: Page): Promise<void>;
  /** The attributes of who came back; throws when the answer is no sign-in. */
  attributes(): Promise<Readonly<Record<string, unknown>>>;
  /** Waits until the browser brought an answer. */
  back(page: Page): Promise<void>;
  stop(): Promise<void>;
}

export async function ownSamlService(): Promise<OwnSamlService> {
  const signer = await certifiedKey();
  let signed = '';
  let answer = '';
  const takeAnswer = async (request: IncomingMessage, response: ServerResponse) => {
    answer = new URLSearchParams(await bodyOf(request)).get('SAMLResponse') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="en"><title>Service</title><h1>Back at the service</h1></html>');
  };
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      void takeAnswer(request, response);
      return;
    }
    response.end(signed);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { entityId, assertionConsumer: acs } = serviceProviderAddresses(base);
  const folder = mkdtempSync(join(scratchFolder(), 'own-saml-'));
  const { keyFile, metadataFile } = await ensureServiceProvider(folder, base);
  const metadata = readFileSync(metadataFile, 'utf8');
  signed = signedMetadata(withEnd(metadata), signer);
  const key = readFileSync(keyFile, 'utf8');
  const client = new SamlService(entityId, acs, key, true, certificatesIn(await fasMetadata())).client();
  return {
    entityId,
    metadata,
    metadataAddress: `${base}/metadata.xml`,
    metadataSigner: signer.certificate,
    async begin(page) {
      await page.goto(await client.getAuthorizeUrlAsync('state', undefined, {}));
    },
    async attributes() {
      const { profile } = await client.validatePostResponseAsync({ SAMLResponse: answer });
      return (profile?.attributes ?? {}) as Readonly<Record<string, unknown>>;
    },
    async back(page) {
      await page.waitForURL(acs);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What comes from an address says until when it counts. */
const withEnd = (metadata: string): string =>
  metadata.replace(
    ' entityID=',
    ` ID="_metadata" validUntil="${new Date(Date.now() + days(3)).toISOString()}" entityID=`,
  );

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
