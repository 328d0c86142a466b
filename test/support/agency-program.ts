import { randomBytes, randomUUID } from 'node:crypto';
import { days } from '#libs/kernel';
import { hashToken } from '#libs/security';
import { rows } from './stack-database.js';
import { stack } from './stack.js';

const AGENCY = '0671516647';
/** Who made the programs: nobody of the demo. */
const MAKER = 'f0'.repeat(20);

/** A token of a program of the demo's agency that may read, write and take records with proof. */
export async function programToken(): Promise<string> {
  const id = `api-${randomUUID()}`;
  const secret = randomBytes(32).toString('base64url');
  await rows(
    `insert into agencies.api_client (id, agency, name, rights, secret_hash, created_by, created_at, ends_at)
     values ($1, $2, 'Trial', $3, $4, $5, now(), $6) returning id`,
    [id, AGENCY, ['read', 'write', 'audit'], hashToken(secret), MAKER, new Date(Date.now() + days(1))],
  );
  const answer = await fetch(`${stack().addresses.fas}/fas/oauth2/access_token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token: ${answer.status}`);
  return token;
}
