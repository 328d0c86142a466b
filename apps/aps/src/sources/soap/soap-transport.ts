import http from 'node:http';
import https from 'node:https';
import { finished } from 'node:stream/promises';

export interface SoapEndpoint {
  readonly url: string;
  /** SOAPAction (SOAP 1.1 section 6.1.1). */
  readonly action?: string;
  /** Bytes of an answer; GetPerson answers are below 20 KB. */
  readonly maxBytes?: number;
  /** Certificates (PEM) that may vouch for the server; the usual ones of the platform when absent. */
  readonly trustedCas?: string;
  /** Our side of mutual TLS (PEM), where the network asks for it. */
  readonly clientCertificate?: { readonly certificate: string; readonly key: string };
}

export type SoapExchange =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: 'timeout' | 'network' | 'too-large' };

class TooLarge extends Error {}

/**
 * Posts SOAP 1.1 envelopes over kept-alive connections. The server's certificate and name are always checked, and a
 * redirect is not followed: an envelope goes to the configured address or nowhere.
 */
export class SoapTransport {
  private readonly url: URL;
  private readonly agent: http.Agent;

  constructor(private readonly endpoint: SoapEndpoint) {
    this.url = new URL(endpoint.url);
    const keep = { keepAlive: true, maxSockets: 64 };
    this.agent =
      this.url.protocol === 'https:'
        ? new https.Agent({ ...keep, ...tlsOf(endpoint), minVersion: 'TLSv1.2', rejectUnauthorized: true })
        : new http.Agent(keep);
  }

  /** The signal bounds the whole exchange, so a server that drips bytes does not outlast it. */
  async post(envelope: string, signal: AbortSignal): Promise<SoapExchange> {
    try {
      return await this.exchange(envelope, signal);
    } catch (error) {
      if (error instanceof TooLarge) return { kind: 'failed', reason: 'too-large' };
      return { kind: 'failed', reason: signal.aborted ? 'timeout' : 'network' };
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async exchange(envelope: string, signal: AbortSignal): Promise<SoapExchange> {
    const response = await this.send(envelope, signal);
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > (this.endpoint.maxBytes ?? 128 * 1024)) response.destroy(new TooLarge());
      else chunks.push(chunk);
    });
    await finished(response, { signal });
    return {
      kind: 'answered',
      status: response.statusCode ?? 0,
      text: Buffer.concat(chunks).toString('utf8'),
    };
  }

  private send(envelope: string, signal: AbortSignal): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const request = (this.url.protocol === 'https:' ? https : http).request(this.url, {
        method: 'POST',
        agent: this.agent,
        signal,
        headers: {
          'content-type': 'text/xml; charset=utf-8',
          'content-length': Buffer.byteLength(envelope),
          soapaction: `"${this.endpoint.action ?? 'getPerson'}"`,
        },
      });
      request.once('response', resolve);
      request.once('error', reject);
      request.end(envelope);
    });
  }
}

const tlsOf = ({ trustedCas, clientCertificate }: SoapEndpoint): https.AgentOptions => ({
  ...(trustedCas !== undefined && { ca: trustedCas }),
  ...(clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.key }),
});
