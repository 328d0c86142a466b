import type { ServerResponse } from 'node:http';

export interface CookieOptions {
  /** Seconds; without it the cookie ends with the browser's session. */
  readonly maxAge?: number;
  /** `None` only for a cookie that must come along with a form posted from another site (SAML). */
  readonly sameSite?: 'Lax' | 'Strict' | 'None';
}

const NAME = /^[a-z][a-z0-9-]*$/;
const VALUE = /^[\w.~:|+/=-]*$/;
const LONGEST = 4_000;

/**
 * Reads and writes the cookies of one request.
 *
 * On https every name gets the prefix `__Host-` (RFC 6265bis 4.1.3.2): Secure, bound to this very host, not to
 * be planted by a neighbour. On the demo's http they have their plain name. Never readable by scripts.
 */
export class CookieJar {
  private parsed: ReadonlyMap<string, string> | undefined;
  private readonly written = new Map<string, string>();

  constructor(
    private readonly header: string | undefined,
    private readonly response: ServerResponse,
    private readonly secure: boolean,
  ) {}

  get(name: string): string | undefined {
    const changed = this.written.get(name);
    if (changed !== undefined) return changed === '' ? undefined : changed;
    this.parsed ??= parseCookies(this.header ?? '');
    return this.parsed.get(this.fullName(name));
  }

  /** A cookie whose name has no prefix, since it belongs to one path (RFC 6265bis 4.1.3.2). */
  getPlain(name: string): string | undefined {
    this.parsed ??= parseCookies(this.header ?? '');
    return this.parsed.get(name);
  }

  /** Sets such a cookie, for so many seconds. */
  setAt(
    name: string,
    value: string,
    { path, maxAge }: { readonly path: string; readonly maxAge: number },
  ): void {
    const until = new Date(maxAge === 0 ? 0 : Date.now() + maxAge * 1_000).toUTCString();
    const attributes = [`Path=${path}`, `Expires=${until}`, 'HttpOnly', 'SameSite=Lax'];
    this.add(name, [`${name}=${value}`, ...attributes, ...(this.secure ? ['Secure'] : [])].join('; '));
  }

  /** Lets go of it. */
  clearAt(name: string, path: string): void {
    this.setAt(name, '', { path, maxAge: 0 });
  }

  /** Throws when the value would need escaping or is too long for a cookie: cookies carry opaque tokens only. */
  set(name: string, value: string, options: CookieOptions = {}): void {
    if (!NAME.test(name)) throw new Error(`${name} is no name for a cookie.`);
    if (!VALUE.test(value) || value.length > LONGEST)
      throw new Error(`The cookie ${name} cannot hold this value.`);
    this.written.set(name, value);
    this.add(
      this.fullName(name),
      [`${this.fullName(name)}=${value}`, ...this.attributes(options)].join('; '),
    );
  }

  clear(name: string): void {
    this.set(name, '', { maxAge: 0 });
  }

  private add(name: string, line: string): void {
    const others = [this.response.getHeader('set-cookie') ?? []]
      .flat()
      .map(String)
      .filter((cookie) => !cookie.startsWith(`${name}=`));
    // Straight onto Node's response, so that it also holds for handlers that bypass the framework.
    this.response.setHeader('set-cookie', [...others, line]);
  }

  private attributes({ maxAge, sameSite = 'Lax' }: CookieOptions): string[] {
    const age = maxAge === undefined ? [] : [`Max-Age=${Math.floor(maxAge)}`];
    // Without Secure browsers drop SameSite=None, so on http Lax has to do.
    const site = sameSite === 'None' && !this.secure ? 'Lax' : sameSite;
    return ['Path=/', ...age, 'HttpOnly', `SameSite=${site}`, ...(this.secure ? ['Secure'] : [])];
  }

  private fullName(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }
}

/** The first of equal names wins: browsers send the more specific one first. */
function parseCookies(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}
