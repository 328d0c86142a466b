import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OidcRelyingParty, returned } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { person, type SandboxPerson } from '../support/people.js';
import { SamlService } from '../support/saml-service.js';
import { keyAddress, nextCode, signIn } from '../support/sign-in.js';
import { rows } from '../support/stack-database.js';
import { stack } from '../support/stack.js';

/** Every way in which a value may be written down. */
function spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(value),
  ];
}

/** RFC 4648 section 6. */
function bytesOf(base32: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function ofPerson(who: SandboxPerson): Record<string, string[]> {
  const {
    nationalNumber: number,
    password = '',
    totpSecret = '',
    email = '',
    phone = '',
    username = '',
  } = who;
  const parts = /^(..)(..)(..)(...)(..)$/.exec(number)?.slice(1) ?? [];
  const [year, month, day, serial, check] = parts;
  return {
    'national number': [
      ...spellings(number),
      `${year}.${month}.${day}-${serial}.${check}`,
      `${year} ${month} ${day} ${serial} ${check}`,
    ],
    mail: spellings(email),
    phone: [...spellings(phone), phone.replace('+32', '0'), phone.replace('+', '00')],
    username: spellings(username),
    password: spellings(password),
    'secret of the app': [...spellings(totpSecret), bytesOf(totpSecret).toString('hex')],
    name: who.name.split(' ').filter((part) => part.length > 3),
  };
}

let secrets: Record<string, string[]>;

/** A whole sign-in over both protocols, with a mistake on the way, and what was used for it. */
beforeAll(async () => {
  const permits = await OidcRelyingParty.of('permits');
  const museum = await SamlService.of('museum');
  const rosa = await person('rosa-ruimschoots');
  const { username = '', password = '' } = rosa;
  const walker = new PageWalker();
  const login = await permits.begin({ scope: 'openid profile egovnrn', login_hint: rosa.email ?? '' });
  const page = await walker.open(keyAddress(await walker.open(login.url), 'totp'));
  const mistake = await walker.submit(page, {
    username: `${username} ${password}`,
    password: `${password}x`,
  });
  const codePage = await walker.submit(mistake, { username, password });
  const code = await nextCode(rosa);
  let answer = await walker.submit(codePage, { code });
  if (answer.status === 422) answer = await walker.submit(answer, { code: await nextCode(rosa) });
  if (answer.url.pathname.endsWith('/information'))
    answer = await walker.submit(answer, { decision: 'continue' });
  const tokens = await permits.finish(login, answer);
  const userinfo = await permits.userinfo(tokens);
  expect(userinfo).toMatchObject({ egovNRN: rosa.nationalNumber });
  const samlPage = await walker.open(museum.address(museum.request()));
  if (samlPage.url.pathname.endsWith('/information')) await walker.submit(samlPage, { decision: 'continue' });
  // Numbers and tokens where none belong must not be written down either.
  await walker.open(`/fas/oauth2/authorize?client_id=${rosa.nationalNumber}&login_hint=${rosa.email}`);
  await walker.open(`/fas/nothing/${rosa.nationalNumber}?number=${rosa.nationalNumber}`);
  await permits.call('/introspect', { token: tokens.access_token });
  await signIn(new PageWalker(), await new PageWalker().open((await permits.begin()).url), rosa.id).catch(
    () => undefined,
  );
  // The notice of the sign-in goes out on its own.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  secrets = {
    ...ofPerson(rosa),
    'authorization code': spellings(returned(answer)['code'] ?? ''),
    'access token': spellings(tokens.access_token),
    'ID token': [tokens.id_token ?? ''],
    'session cookie': spellings(walker.cookie('csam-session') ?? ''),
    'browser cookie': spellings(walker.cookie('csam-browser') ?? ''),
    'secret of the client': spellings(atob(permits.basic.slice(6)).split(':')[1] ?? ''),
  };
  for (const values of Object.values(secrets)) expect(values.every((value) => value.length > 3)).toBe(true);
});

/** PEM, the private member of a JWK, or the head of PKCS #8 in base64 or as PostgreSQL shows bytes. */
const PRIVATE_KEY =
  /PRIVATE KEY|\\?"d\\?": ?\\?"|\bMI[IGEC][A-Za-z0-9]{1,3}[AI]BADA|\\x3082[0-9a-f]{4}020100/;

/** What of the secrets a text holds. */
const held = (text: string): string[] =>
  Object.entries(secrets).flatMap(([what, values]) =>
    values.some((value) => text.includes(value)) ? [what] : [],
  );

describe('XS-25 after a whole sign-in', () => {
  it('no log of ours holds anything of the person, or anything that could be used', () => {
    const { dataFolder } = stack();
    const logs = readdirSync(dataFolder).filter(
      (name) => name.endsWith('.log') && !name.startsWith('sandbox'),
    );
    expect(logs.length).toBeGreaterThanOrEqual(5);
    const found = logs.map((name) => [name, held(readFileSync(join(dataFolder, name), 'utf8'))]);
    expect(found.filter(([, what]) => (what?.length ?? 0) > 0)).toEqual([]);
  });

  it('LE-12 no column of the database holds it in clear, however written, nor a private key', async () => {
    const tables = await rows<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const found: (readonly [table: string, what: readonly string[]])[] = [];
    for (const { name } of tables) {
      const contents = await rows<{ row: string }>(`select t::text as row from ${name} t`);
      const text = contents.map(({ row }) => row).join('\n');
      found.push([name, [...held(text), ...(PRIVATE_KEY.test(text) ? ['private key'] : [])]]);
    }
    expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
  });

  it('the record tells the whole story all the same', async () => {
    const names = await rows<{ name: string }>('select distinct name from audit.event');
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'SignInStarted',
        'KeyProven',
        'KeyRefused',
        'ReleaseConfirmed',
        'SignInCompleted',
        'TokensIssued',
      ]),
    );
  });

  it('the figures hold nothing of it either', async () => {
    for (const app of ['fas', 'aps', 'sma', 'worker'] as const) {
      const text = await (await fetch(`${stack().addresses[app]}/metrics`)).text();
      expect([app, held(text)]).toEqual([app, []]);
    }
  });
});
