import { expect, it, vi } from 'vitest';
import { everyRecord } from '#libs/testing';
import { auditReader, rows } from '../support/stack-database.js';
import { stack } from '../support/stack.js';

/** The first probes may come before the apps; the next are a minute later. */
const PATIENCE = { timeout: 180_000, interval: 500 };

/** Of the profile with which they sign in; see config/test.yaml. */
const MAILBOX = 'probes@csam.example';

const measuredBy = async (app: string): Promise<string> => (await fetch(`${app}/metrics`)).text();

const signIns = () =>
  rows<{ identifier: string; key: string; level: string }>(
    `select distinct coalesce(a.oidc->>'clientId', a.saml->>'entityId') as identifier,
            e.data->>'key' as key, e.data->>'level' as level
       from audit.event e join agencies.application a on a.id::text = e.application
      where e.name = 'SignInCompleted' and a.name->>'en' = 'Probes of CSAM'
      order by 1`,
  );

/** Who signed in as a probe. */
async function probeProfiles(): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    `select id::text from agencies.application where name->>'en' = 'Probes of CSAM'`,
  );
  const records = await everyRecord(await auditReader(), {
    name: 'SignInCompleted',
    applications: found.map(({ id }) => id),
  });
  const profiles = [...new Set(records.flatMap(({ subject = [] }) => subject))];
  expect(profiles.length).toBeGreaterThan(0);
  return profiles;
}

it('probes sign in to the end over both protocols, with a profile that opens nothing, and take what they get for good', async () => {
  const { admin, fas, sandbox, worker } = stack().addresses;
  await vi.waitFor(
    async () =>
      expect(await signIns()).toEqual([
        { identifier: 'csam-probes', key: 'selfreg', level: '100' },
        { identifier: `${admin}/probes`, key: 'selfreg', level: '100' },
      ]),
    PATIENCE,
  );
  await vi.waitFor(async () => {
    const measured = await measuredBy(worker);
    for (const component of ['sign-in-oidc', 'sign-in-saml'])
      expect(measured).toMatch(
        new RegExp(`csam_probes_total\\{component="${component}",outcome="works".*\\} [1-9]`),
      );
  }, PATIENCE);
  // They count apart from users, and their mailbox hears nothing of it.
  const measured = await measuredBy(fas);
  const requests = (kind: string, end: string) =>
    new RegExp(`csam_http_request_duration_seconds_count\\{.*interface="${kind}",route="[^"]*${end}"`);
  for (const end of ['/:key', '/access_token', '/connect/jwk_uri', 'SSORedirect/metaAlias/idp'])
    expect(measured).toMatch(requests('probe', end));
  expect(
    await rows(`select template from messaging.outbox where template = 'new-sign-in' and person = any($1)`, [
      await probeProfiles(),
    ]),
  ).toEqual([]);
  expect(await (await fetch(`${sandbox}/mail.json?to=${MAILBOX}`)).json()).toEqual([]);
}, 240_000);
