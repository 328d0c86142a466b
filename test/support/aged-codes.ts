import { rows } from './stack-database.js';

/** Makes every code of a client older by so many seconds, as if that time had gone by. */
export async function ageCodesOf(clientId: string, seconds: number): Promise<void> {
  const aged = await rows(
    `update fas.oidc_record
        set payload = payload || jsonb_build_object('iat', (payload->>'iat')::int - $2::int,
                                                    'exp', (payload->>'exp')::int - $2::int),
            consumed_at = consumed_at - make_interval(secs => $2::int),
            expires_at = expires_at - make_interval(secs => $2::int)
      where model = 'AuthorizationCode' and payload->>'clientId' = $1 returning 1`,
    [clientId, seconds],
  );
  if (aged.length === 0) throw new Error(`${clientId} has no codes`);
}

/** Lets so many seconds go by for the counts of codes that were sent, so that nobody has to wait for the next one. */
export async function ageSentCounts(seconds: number): Promise<void> {
  await rows('update digital_keys.send_count set ends_at = ends_at - make_interval(secs => $1)', [seconds]);
}

/** Lets so many half minutes go by for the codes of apps that were used, so that nobody has to wait for the next one. */
export async function ageAppCodes(steps: number): Promise<void> {
  await rows('update digital_keys.totp set last_time_step = last_time_step - $1', [steps]);
}
