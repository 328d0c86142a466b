import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BusSettings } from '../../../aps.settings.js';

export interface BusQuestion {
  readonly context: Readonly<Record<string, string>>;
  readonly personNumber: string;
}

export interface BusStandIn {
  /** As the settings of a source name it. */
  readonly settings: BusSettings;
  /** Questions that arrived, oldest first. */
  readonly questions: BusQuestion[];
  /** From now on it answers with this body, about whoever is asked unless it says otherwise. */
  gives(body: Readonly<Record<string, unknown>>): void;
  does(listener: RequestListener | undefined): void;
  close(): void;
}

/** A REST service of the service bus on a free port: gives tokens, and lists when it is asked with one. */
export async function busStandIn(timeout = 3_000): Promise<BusStandIn> {
  const questions: BusQuestion[] = [];
  let body: Readonly<Record<string, unknown>> = { functions: [], roles: [] };
  let behaviour: RequestListener | undefined;
  const server = createServer((request, response) => {
    if (request.url === '/token') {
      response.end(JSON.stringify({ access_token: 'token-1', expires_in: 300 }));
      return;
    }
    void readAll(request).then((text) => {
      const question = JSON.parse(text) as BusQuestion;
      questions.push(question);
      if (behaviour !== undefined) return behaviour(request, response);
      if (request.headers.authorization !== 'Bearer token-1') return response.writeHead(401).end('{}');
      return response.end(JSON.stringify({ personNumber: question.personNumber, ...body }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    settings: {
      endpoint: {
        url: `${base}/search`,
        credentials: { tokenUrl: `${base}/token`, clientId: 'csam', clientSecret: 's', scope: 'x' },
      },
      timeout,
    },
    questions,
    gives: (next) => void (body = next),
    does: (next) => void (behaviour = next),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
