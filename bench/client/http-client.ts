import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpQuestion {
  readonly method?: 'GET' | 'POST';
  /** Absolute. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const PATIENCE = 20_000;

/** Plain HTTP over connections that are kept: as little work as can be, since it shares the machine with FAS. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxFreeSockets: 256 });

  /** @param note is told how long each request took, under its label */
  constructor(private readonly note: (label: string, milliseconds: number) => void) {}

  async send(label: string, question: HttpQuestion): Promise<HttpAnswer> {
    const began = performance.now();
    const answer = await this.exchange(question);
    this.note(label, performance.now() - began);
    return answer;
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange({ method = 'GET', url, headers = {}, body }: HttpQuestion): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { method, agent: this.agent, timeout: PATIENCE, headers: { ...headers, ...length } };
      const sent = request(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      sent.once('timeout', () => sent.destroy(new Error(`${url} was not answered in ${PATIENCE} ms`)));
      sent.once('error', reject);
      sent.end(body);
    });
  }
}
