import type { Language } from '#libs/kernel';
import { browserOf, type RequestContext } from '#libs/http';
import { randomToken } from '#libs/security';

/** Who is at the other end of a request, for the record and the language of sources. */
export interface Visitor {
  readonly reference: string;
  readonly address: string;
  readonly language: Language;
  /** Value of the cookie that tells browsers apart. */
  readonly browser?: string;
  /** Value of the cookie by which a device is known again; asked for only when a key is proven. */
  readonly device?: string;
}

const DEVICE_COOKIE = 'csam-device';
const DEVICE = /^[\w-]{32}$/;
const YEAR = 365 * 24 * 60 * 60;

/** Who is at the other end. A language wish of the service counts while the person has not chosen one. */
export function visitorOf(context: RequestContext, wish?: Language): Visitor {
  return {
    reference: context.reference,
    address: context.address,
    language:
      wish !== undefined && context.cookies.get('csam-language') === undefined ? wish : context.language,
    browser: browserOf(context.cookies),
  };
}

/** A name for this browser that outlives its windows: it tells a new device from a known one, and nothing else. */
export function deviceOf({ cookies }: RequestContext): string {
  const known = cookies.get(DEVICE_COOKIE);
  const device = known !== undefined && DEVICE.test(known) ? known : randomToken(24);
  cookies.set(DEVICE_COOKIE, device, { maxAge: YEAR });
  return device;
}
