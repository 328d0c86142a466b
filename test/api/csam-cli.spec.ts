import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issuer, OidcRelyingParty } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { CommandFailed, runCsam, runCsamAlone } from '../support/csam.js';
import { registerApplication, scratchFolder } from '../support/register-application.js';
import { rows } from '../support/stack-database.js';

const AGENCY = '0671516647';

const names = (name: string) => ({ nl: name, fr: name, de: name, en: name });

const application = {
  agency: AGENCY,
  name: names('Service of the command line'),
  environment: 'INT',
  minimumLevel: 200,
  keys: ['password'],
  contexts: ['citizen'],
  attributes: [],
};

function fileWith(content: unknown): string {
  const file = join(scratchFolder(), `${randomBytes(6).toString('hex')}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const oidcClient = () => ({
  clientId: `cli-${randomBytes(4).toString('hex')}`,
  clientSecret: randomBytes(16).toString('hex'),
  redirectUris: ['https://service.example/callback'],
});

const add = (kind: 'agency' | 'application', content: unknown) =>
  runCsam([kind, 'add', '--file', fileWith(content)]);

/** What a command that fails says, on standard error. */
async function refusal(args: readonly string[]): Promise<{ code: number; said: string }> {
  const error: unknown = await runCsam(args).catch((failed: unknown) => failed);
  if (!(error instanceof CommandFailed)) throw new Error(`csam ${args.join(' ')} did not fail as it should`);
  return { code: error.result.code, said: error.result.stderr.trim() };
}

/** An enterprise number that nobody has, valid by its check digits. */
function inventedNumber(): string {
  const eight = `0${randomBytes(4).readUInt32BE() % 10_000_000}`.padEnd(8, '0');
  return `${eight}${String(97 - (Number(eight) % 97)).padStart(2, '0')}`;
}

describe('csam, as an operator runs it', () => {
  it('prints what was asked, and ends well', async () => {
    expect(await runCsamAlone(['agency', 'list'])).toContain(`${AGENCY}  active`);
  });

  it('says what is wrong on standard error, and ends with 2', async () => {
    const failed: unknown = await runCsamAlone(['person', 'show']).catch((error: unknown) => error);
    expect((failed as CommandFailed).result).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Give one of --fedid, --username and --number-from-input.\n',
    });
  });

  it('knows every command, without a database', async () => {
    const stdout = await runCsamAlone(['--help']);
    for (const word of ['agency', 'application', 'audit', 'maintenance', 'migrate', 'person', 'queue'])
      expect(stdout).toMatch(new RegExp(`^ {2}${word} `, 'm'));
  });
});

describe('csam agency', () => {
  it('add registers an agency, which can then have applications', async () => {
    const number = inventedNumber();
    const agency = { number, name: names('Agency of a test'), agreementVersion: '2.1' };
    expect(await add('agency', agency)).toBe(`Registered: Agency of a test (${number})\n`);
    expect(await runCsam(['agency', 'list'])).toContain(`${number}  active  agreement 2.1  Agency of a test`);
    expect(await add('application', { ...application, agency: number, oidc: oidcClient() })).toMatch(
      /^Registered: /,
    );
  });

  it('add says that an agency is there already, and what is wrong with a file', async () => {
    const agency = { number: AGENCY, name: names('Another name'), agreementVersion: '9' };
    expect(await refusal(['agency', 'add', '--file', fileWith(agency)])).toEqual({
      code: 2,
      said: `The agency ${AGENCY} is registered already.`,
    });
    const wrong = { ...agency, number: '0671516648' };
    expect(await refusal(['agency', 'add', '--file', fileWith(wrong)])).toEqual({
      code: 2,
      said: 'The agency cannot be registered:\n  - number: 0671516648 is no enterprise number',
    });
  });

  it('list gives the same as JSON', async () => {
    const agencies = JSON.parse(await runCsam(['agency', 'list', '--json'])) as { number: string }[];
    expect(agencies).toContainEqual(
      expect.objectContaining({ number: AGENCY, state: 'active', agreementVersion: '1.0' }),
    );
  });
});

describe('csam application', () => {
  it('add takes effect at once: FAS lets the new service begin a sign-in', async () => {
    const oidc = oidcClient();
    const begin = new URL(`${issuer()}/authorize`);
    begin.search = new URLSearchParams({
      client_id: oidc.clientId,
      redirect_uri: oidc.redirectUris.join(),
      response_type: 'code',
      scope: 'openid',
      state: 'a-state-of-the-test',
    }).toString();
    expect((await new PageWalker().open(begin)).status).toBe(400);
    await add('application', { ...application, oidc });
    const choice = await new PageWalker().open(begin);
    expect([choice.status, choice.url.pathname]).toEqual([200, expect.stringMatching('^/fas/sign-in/')]);
  });

  it('add for an agency that is not known names the command that helps', async () => {
    const agency = inventedNumber();
    const file = fileWith({ ...application, agency, oidc: oidcClient() });
    expect(await refusal(['application', 'add', '--file', file])).toEqual({
      code: 2,
      said: `No agency ${agency} is known. Register the agency first: csam agency add --file agency.json`,
    });
  });

  it('add names every problem of a file, on a line of its own', async () => {
    const file = fileWith({
      ...application,
      attributes: ['shoeSize'],
      environment: 'HOME',
      oidc: oidcClient(),
    });
    expect(await refusal(['application', 'add', '--file', file])).toEqual({
      code: 2,
      said: expect.stringMatching(
        /^The application cannot be registered:\n {2}- environment: .+\n {2}- legalBasis: .+$/s,
      ),
    });
    const basis = { kind: 'RR_OWN', reference: 'RR 83/2016', validFrom: '2026-01-01' };
    const unknown = { ...application, attributes: ['shoeSize'], legalBasis: basis, oidc: oidcClient() };
    expect((await refusal(['application', 'add', '--file', fileWith(unknown)])).said).toBe(
      'The application cannot be registered:\n  - attributes: shoeSize is not in the catalogue of attributes',
    );
  });

  it('add says that a client id is taken, that a file is no JSON and that it is not there', async () => {
    const taken = { ...application, oidc: oidcClient() };
    await add('application', taken);
    expect(await refusal(['application', 'add', '--file', fileWith(taken)])).toEqual({
      code: 2,
      said: `The client id ${taken.oidc.clientId} is taken.`,
    });
    expect((await refusal(['application', 'add', '--file', fileWith('{')])).said).toMatch(/ is not JSON: /);
    expect(await refusal(['application', 'add', '--file', '/nowhere/service.json'])).toEqual({
      code: 2,
      said: 'The file /nowhere/service.json cannot be read.',
    });
  });

  it('list shows what is registered, and no secret', async () => {
    const oidc = oidcClient();
    const id = await registerApplication({ name: 'Listed service', minimumLevel: 300, oidc });
    const listed = await runCsam(['application', 'list']);
    expect(listed).toContain(`INT  active  300  oidc  ${oidc.clientId}  ${AGENCY}  Listed service`);
    const json = await runCsam(['application', 'list', '--json']);
    expect(JSON.parse(json)).toContainEqual({
      id,
      name: 'Listed service',
      agency: AGENCY,
      environment: 'INT',
      state: 'active',
      minimumLevel: 300,
      protocol: 'oidc',
      identifier: oidc.clientId,
    });
    expect(listed + json).not.toContain(oidc.clientSecret);
  });
});

describe('csam person show', () => {
  it('shows state, keys and masked numbers, by username and by FedID', async () => {
    const an = await person('an-appelmoes');
    const shown = await runCsam(['person', 'show', '--username', an.username ?? '']);
    expect(shown).toMatch(/^State {6}active$/m);
    expect(shown).toMatch(/^Number {5}\d\d\.\d\d\.\d\d-\*\*\*\.\*\* \(national\)$/m);
    expect(shown).toMatch(/^Key {8}password, active, last used /m);
    expect(shown.replaceAll(/[.-]/g, '')).not.toContain(an.nationalNumber.replaceAll(/[.-]/g, ''));
    expect(shown).not.toContain(an.password);
    const fedId = /^FedID {6}([\da-f]{40})$/m.exec(shown)?.[1] ?? '';
    expect(await runCsam(['person', 'show', '--fedid', fedId])).toContain(`FedID      ${fedId}`);
  });

  it.each([
    [['--fedid', '0'.repeat(40)], 'Nobody is known by that.'],
    [['--fedid', 'xyz'], 'A FedID has 40 hexadecimal digits.'],
    [[], 'Give one of --fedid, --username and --number-from-input.'],
  ])('%j is answered with a sentence', async (args, said) => {
    expect(await refusal(['person', 'show', ...args])).toEqual({ code: 2, said });
  });
});

describe('csam signing-key', () => {
  /** Each key of a use, by the four columns of the list. */
  const keysOf = async (use: string) => {
    const lines = (await runCsam(['signing-key', 'list'])).trim().split('\n');
    return lines.flatMap((line) => {
      const [of, state, algorithm = '', kid, ...more] = line.split(/\s+/);
      expect(more).toEqual([]);
      return of === use ? [{ state, algorithm, kid }] : [];
    });
  };

  it('rotate lets the next key of every algorithm sign and keeps those before published', async () => {
    const before = await keysOf('oidc');
    const algorithms = new Set(before.map(({ algorithm }) => algorithm));
    const said = await runCsam(['signing-key', 'rotate', 'oidc']);
    expect(said).toMatch(/^The next oidc keys \(.+\) sign from now on; those before stay published\.\n$/);
    const after = await keysOf('oidc');
    for (const { state, ...key } of before) {
      expect(said).toContain(key.algorithm);
      expect(after).toContainEqual({ ...key, state: state === 'next' ? 'active' : 'retired' });
    }
    expect(after.filter(({ state }) => state === 'next')).toHaveLength(algorithms.size);
    const response = await fetch(`${issuer()}/connect/jwk_uri`);
    const { keys } = (await response.json()) as { keys: { kid: string }[] };
    expect(keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining(before.map(({ kid }) => kid)));
  });

  it('rotate asks which keys', async () => {
    expect(await refusal(['signing-key', 'rotate', 'all'])).toEqual({
      code: 2,
      said: 'Say which keys: oidc, saml, saml-encryption, partner or audit.',
    });
  });
});

describe('csam queue status', () => {
  it('counts the jobs of every queue by state', async () => {
    const counts = JSON.parse(await runCsam(['queue', 'status', '--json'])) as Record<string, object>;
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['housekeeping', 'messages']));
    expect(counts['messages']).toEqual({
      waiting: expect.any(Number),
      active: expect.any(Number),
      delayed: expect.any(Number),
      completed: expect.any(Number),
      failed: expect.any(Number),
    });
    expect(await runCsam(['queue', 'status'])).toMatch(
      /^messages +waiting \d+ {2}active \d+ {2}delayed \d+ {2}completed \d+ {2}failed \d+$/m,
    );
  });
});

describe('csam audit show', () => {
  it('shows what was recorded under a reference, however it was written down', async () => {
    await OidcRelyingParty.of('permits');
    const begin = new URL(`${issuer()}/authorize?client_id=nobody&response_type=code&scope=openid`);
    await new PageWalker().open(begin);
    const [found] = await rows<{ reference: string; name: string }>(
      `select reference, name from audit.event where reference ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'
        order by occurred_at desc limit 1`,
    );
    const { reference = '', name = '' } = found ?? {};
    const shown = await runCsam(['audit', 'show', '--reference', reference]);
    expect(shown).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z  ${name}`, 'm'));
    const spoken = reference.toLowerCase().replace('-', ' ');
    expect(await runCsam(['audit', 'show', '--reference', spoken])).toBe(shown);
  });

  it.each([
    ['ZZZZ-ZZZZ', 'Nothing was recorded under ZZZZ-ZZZZ.'],
    ['what?', 'That is no reference: it has eight letters and digits, such as 7K3F-9QXM.'],
  ])('%s is answered with a sentence', async (reference, said) => {
    expect(await refusal(['audit', 'show', '--reference', reference])).toEqual({ code: 2, said });
  });
});

describe('csam audit export', () => {
  const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

  it('writes records with proof for a reason, and that is on record', async () => {
    const out = join(scratchFolder(), `${randomBytes(6).toString('hex')}.json`);
    const wanted = ['--agency', AGENCY, '--from', inDays(-1), '--until', inDays(1), '--out', out];
    expect(await refusal(['audit', 'export', ...wanted, '--reason', 'because'])).toEqual({
      code: 2,
      said: 'Say why in 10 to 500 characters: --reason <reason>',
    });
    const reason = `asked by the agency, ${randomBytes(4).toString('hex')}`;
    const [, written] =
      /^Written: (\d+) records/.exec(await runCsam(['audit', 'export', ...wanted, '--reason', reason])) ?? [];
    const recorded = await rows<{ agency: string; actor: string; data: object }>(
      `select agency, actor, data from audit.event where name = 'RecordsExported' and data->>'reason' = $1`,
      [reason],
    );
    expect(recorded).toEqual([
      {
        agency: AGENCY,
        actor: expect.stringMatching(/^csam:/),
        data: { by: ['agency', 'from', 'until'], reason, records: Number(written) },
      },
    ]);
    expect(await runCsam(['audit', 'check-export', out])).toMatch(/^Good: \d+ records/);
  });
});
