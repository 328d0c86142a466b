import type { KoaContextWithOIDC } from 'oidc-provider';
import { browserOf, currentRequest } from '#libs/http';
import type { Journey } from '../../../journey/journey.js';
import type { JourneyStore } from '../../../journey/journey.store.js';
import type { OidcProtocolState } from '../store/interaction.adapter.js';

const RETURN = /^\/authorize\/([\w-]{10,100})$/;

/** What a request holds that may not be sent twice, or would ask the person once more. */
const ONCE_ONLY = ['request', 'request_uri', 'prompt'] as const;

/**
 * Sends a browser that comes for its answer a second time with the same authorization request again: the first answer
 * may have been lost on the way, or the person went back. It is answered from the session, and judged as any other.
 *
 * @returns false when nothing was answered to this browser, or the request cannot be sent twice
 */
export async function sentAgain(
  ctx: KoaContextWithOIDC,
  { journeys, issuer }: { readonly journeys: Pick<JourneyStore, 'find'>; readonly issuer: string },
): Promise<boolean> {
  const [, id] = RETURN.exec(ctx.path) ?? [];
  const query = id === undefined ? undefined : answeredQuery(await found(journeys, id));
  if (query === undefined) return false;
  ctx.status = 303;
  ctx.redirect(`${issuer}/authorize?${query}`);
  return true;
}

async function found(journeys: Pick<JourneyStore, 'find'>, id: string): Promise<Journey | undefined> {
  const outcome = await journeys.find(id, browserOf(currentRequest().cookies));
  return outcome.kind === 'found' ? outcome.journey : undefined;
}

function answeredQuery(journey: Journey | undefined): string | undefined {
  if (journey?.state !== 'answered' || journey.result?.kind !== 'authenticated') return undefined;
  return queryOf((journey.protocolState as OidcProtocolState).interaction);
}

function queryOf({
  params = {},
  trusted = [],
  parJti,
}: OidcProtocolState['interaction']): string | undefined {
  const isOnceOnly = ONCE_ONLY.some((name) => params[name] !== undefined);
  if (isOnceOnly || trusted.length > 0 || parJti !== undefined) return undefined;
  const given = Object.entries(params).filter((one): one is [string, string] => typeof one[1] === 'string');
  return new URLSearchParams(given).toString();
}
