import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Question {
  readonly attributes: readonly string[];
  readonly context: string;
  readonly language: string;
}

/** What is answered about one attribute besides its name. */
export type ApsResult =
  | { readonly status: 'given'; readonly value: string }
  | { readonly status: 'refused' | 'unavailable'; readonly reason: string };

export interface ApsStandIn {
  readonly url: string;
  /** Bodies of the questions, oldest first. */
  readonly questions: Question[];
  /** What is answered about this attribute from now on; undefined: nothing. */
  answers(name: string, result: ApsResult | undefined): void;
  answersFor(subject: string): void;
  fails(status: number): void;
  says(body: string): void;
  hangs(): void;
  readonly isHanging: boolean;
  /** The next question waits until `goesOn`; resolves when it is there. */
  waits(): Promise<void>;
  goesOn(): void;
  /** Gives every attribute again, for whoever is asked about. */
  reset(): void;
  close(): Promise<void>;
}

type Behaviour = (response: ServerResponse, question: Question, token: string) => void;

/**
 * APS as FAS sees it: an HTTP server that speaks the contract (`POST /api/v1/attributes`). The person stands in the
 * token, which is a JWT or the FedID itself; for another token it is the one that specs mean by `abab…`.
 */
export async function apsStandIn(): Promise<ApsStandIn> {
  const results = new Map<string, ApsResult | undefined>();
  const questions: Question[] = [];
  let subject: string | undefined;
  const answer: Behaviour = (response, { attributes }, token) => {
    const named = subjectOf(token) ?? 'ab'.repeat(20);
    const list = attributes.flatMap((name) => resultOf(name, results));
    const body = {
      reference: `consultation-${questions.length}`,
      subject: subject ?? named,
      attributes: list,
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  };
  const silence: Behaviour = () => undefined;
  let behaviour = answer;
  let release = (): void => undefined;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const question = JSON.parse(await bodyOf(request)) as Question;
    questions.push(question);
    behaviour(response, question, request.headers.authorization?.replace('Bearer ', '') ?? '');
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions,
    answers: (name, result) => void results.set(name, result),
    answersFor: (other) => void (subject = other),
    fails: (status) => void (behaviour = (response) => void response.writeHead(status).end('{}')),
    says: (body) => void (behaviour = (response) => void response.end(body)),
    hangs: () => void (behaviour = silence),
    get isHanging() {
      return behaviour === silence;
    },
    waits: () =>
      new Promise((arrived) => {
        behaviour = (...asked) => {
          behaviour = answer;
          release = () => answer(...asked);
          arrived();
        };
      }),
    goesOn: () => release(),
    reset() {
      results.clear();
      questions.length = 0;
      subject = undefined;
      behaviour = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function subjectOf(token: string): string | undefined {
  const [, payload] = token.split('.');
  const text = payload === undefined ? token : Buffer.from(payload, 'base64url').toString();
  return /[0-9a-f]{40}/.exec(text)?.[0];
}

function resultOf(name: string, results: ReadonlyMap<string, ApsResult | undefined>): object[] {
  if (results.has(name)) {
    const result = results.get(name);
    return result === undefined ? [] : [{ ...given(name), ...result }];
  }
  return [given(name)];
}

const given = (name: string) => ({
  name,
  status: 'given',
  value: `value of ${name}`,
  source: 'national-register',
  trust: 'authentic-source',
  retrievedAt: '2026-06-15T10:00:00.000Z',
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
