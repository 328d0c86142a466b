import type { SignInSession } from '../sign-in-session/sign-in-session.js';
import type { Authenticated } from './authentication-result.js';

/** Whether the proof still holds: the person and the session are there, and the key was not revoked since. */
export function stillStands(
  { fedId, key, authenticatedAt }: Pick<Authenticated, 'fedId' | 'key' | 'authenticatedAt'>,
  session: SignInSession | undefined,
): boolean {
  if (session?.fedId !== fedId) return false;
  return session.events.some((event) => event.key === key && event.at === authenticatedAt);
}
