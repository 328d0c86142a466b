import type { Language } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { browserOf, type RequestContext } from '#libs/http';
import { randomToken } from '#libs/security';

/** Who is at the other end of a request, for the record and the language of sources. */
export interface Visitor {
  readonly reference: string;
  readonly address: string;
  readonly language: Language;
  /** Value of the cookie that tells browsers apart. */
  readonly browser?: string;
  /** Value of the cookie by which a device is known again; there once a key was proven. */
  readonly device?: string;
  /** Kind of the key that was proven in this browser last, as its cookie says. */
  readonly lastKey?: string;
}

const DEVICE_COOKIE = 'csam-device';
const DEVICE = /^[\w-]{32}$/;
/** The key that was proven here last: the choice of keys points at it, and nobody else gets to see it. */
const LAST_KEY_COOKIE = 'csam-last-key';
const YEAR = 365 * 24 * 60 * 60;

/** Who is at the other end. A language wish of the service counts while the person has not chosen one. */
export function visitorOf(context: RequestContext, wish?: Language): Visitor {
  const device = knownDeviceOf(context);
  const lastKey = context.cookies.get(LAST_KEY_COOKIE);
  return {
    reference: context.reference,
    address: context.address,
    language:
      wish !== undefined && context.cookies.get('csam-language') === undefined ? wish : context.language,
    browser: browserOf(context.cookies),
    ...(device !== undefined && { device }),
    ...(lastKey !== undefined && { lastKey }),
  };
}

/** The name that this browser has already; undefined when nobody proved a key in it, or its cookies are gone. */
export function knownDeviceOf({ cookies }: RequestContext): string | undefined {
  const known = cookies.get(DEVICE_COOKIE);
  return known !== undefined && DEVICE.test(known) ? known : undefined;
}

/** A name for this browser that outlives its windows: it tells a new device from a known one, and nothing else. */
export function deviceOf(context: RequestContext): string {
  const device = knownDeviceOf(context) ?? randomToken(24);
  context.cookies.set(DEVICE_COOKIE, device, { maxAge: YEAR });
  return device;
}

/** Until another one is proven here. */
export function rememberKey({ cookies }: RequestContext, kind: KeyKind): void {
  cookies.set(LAST_KEY_COOKIE, kind, { maxAge: YEAR });
}
