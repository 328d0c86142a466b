import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PemConverter, X509Certificate } from '@peculiar/x509';
import type { DemoWorld } from '../demo-world.js';
import {
  CARD_AUTHORITIES,
  cardStatusAddresses,
  makeCardAuthorities,
  type CardAuthorities,
  type CardAuthorityName,
} from './authorities.js';
import { makeCard } from './card.js';
import { demoCards, type DemoCard } from './demo-cards.js';
import type { Issued } from './issue.js';
import { makePersonalCertificate } from './personal-certificate.js';
import { pkcs12 } from './pkcs12.js';

/** Of every `.p12` file of the demo. */
export const P12_PASSWORD = 'demo';

/** What is remembered of a card: enough to answer whether it still holds. */
export interface RegisteredCard {
  readonly name: string;
  readonly person: string;
  readonly authority: CardAuthorityName;
  /** Hexadecimal. */
  readonly serial: string;
  readonly meaning: string;
  readonly revokedAt?: string;
}

/** Counts up when the world holds something new: a folder of before is made anew. */
const VERSION = 2;

interface Register {
  readonly version: number;
  /** The addresses in the certificates begin with this. */
  readonly base: string;
  readonly cards: readonly RegisteredCard[];
}

export const cardWorldFolder = (dataDirectory: string): string =>
  join(dataDirectory, 'demo', 'card-authority');

/**
 * The authorities and cards of the demo, in `<dataDirectory>/demo/card-authority`: `roots.pem` and `issuers.pem` for
 * FAS and `commercial.pem` likewise, `authorities/` for the sandbox, `cards/` for people. Made when missing, and anew when the sandbox moved, since
 * its address stands in every certificate. The folder appears whole or not at all.
 */
export async function ensureCardWorld(
  dataDirectory: string,
  world: DemoWorld,
  base: string,
): Promise<string> {
  const folder = cardWorldFolder(dataDirectory);
  if (isCurrent(folder, base)) return folder;
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  await writeCardWorld(draft, world, base);
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was as quick.
    if (!isCurrent(folder, base)) throw error;
  }
  return folder;
}

export const cardRegister = (folder: string): readonly RegisteredCard[] => registerIn(folder)?.cards ?? [];

function isCurrent(folder: string, base: string): boolean {
  const register = registerIn(folder);
  return register?.base === base && register.version === VERSION;
}

function registerIn(folder: string): Register | undefined {
  const file = join(folder, 'register.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Register) : undefined;
}

async function writeCardWorld(folder: string, world: DemoWorld, base: string): Promise<void> {
  const now = new Date();
  const authorities = await makeCardAuthorities(base, now);
  for (const part of ['authorities', 'cards']) mkdirSync(join(folder, part), { recursive: true });
  for (const name of CARD_AUTHORITIES) {
    const { authority, responder } = authorities[name];
    await writeIssued(join(folder, 'authorities', name), authority);
    await writeIssued(join(folder, 'authorities', `${name}-responder`), responder);
  }
  const pems = (...names: CardAuthorityName[]) =>
    names.map((name) => pemOf(authorities[name].authority.certificate)).join('');
  writeFileSync(join(folder, 'roots.pem'), pems('root'));
  writeFileSync(join(folder, 'issuers.pem'), pems('citizen', 'foreigner'));
  writeFileSync(join(folder, 'commercial.pem'), pems('commercial'));
  const cards: RegisteredCard[] = [];
  for (const card of demoCards(world)) cards.push(await writeCard(folder, { card, authorities, base, now }));
  writeFileSync(
    join(folder, 'register.json'),
    JSON.stringify({ version: VERSION, base, cards } satisfies Register, null, 1),
  );
}

interface CardMaking {
  readonly card: DemoCard;
  readonly authorities: CardAuthorities;
  readonly base: string;
  readonly now: Date;
}

async function writeCard(
  folder: string,
  { card, authorities, base, now }: CardMaking,
): Promise<RegisteredCard> {
  const { authority: issuer } = authorities[card.authority];
  const status = cardStatusAddresses(base, card.authority);
  const make = card.authority === 'commercial' ? makePersonalCertificate : makeCard;
  const issued = await make({ holder: card.person, issuer, status, now, ...card.wishes });
  const above = issuer.certificate;
  const file = join(folder, 'cards', card.name);
  const key = await pemOfKey(issued);
  writeFileSync(`${file}.pem`, pemOf(issued.certificate) + pemOf(above) + key, { mode: 0o600 });
  writeFileSync(`${file}.p12`, await pkcs12(issued, [above], { password: P12_PASSWORD, name: card.name }), {
    mode: 0o600,
  });
  return {
    name: card.name,
    person: card.person.id,
    authority: card.authority,
    serial: issued.certificate.serialNumber,
    meaning: card.meaning,
    ...(card.revoked && { revokedAt: new Date(now.getTime() - 3_600_000).toISOString() }),
  };
}

async function writeIssued(path: string, issued: Issued): Promise<void> {
  writeFileSync(`${path}.crt`, pemOf(issued.certificate));
  writeFileSync(`${path}.key`, await pemOfKey(issued), { mode: 0o600 });
}

const pemOf = (certificate: X509Certificate): string => `${certificate.toString('pem')}\n`;

async function pemOfKey({ privateKey }: Issued): Promise<string> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return `${PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`;
}

/** An authority or its responder of the demo, read back. */
export async function readIssued(folder: string, name: string): Promise<Issued> {
  const path = join(folder, 'authorities', name);
  const [pkcs8] = PemConverter.decode(readFileSync(`${path}.key`, 'utf8'));
  if (pkcs8 === undefined) throw new Error(`${name} has no key`);
  return {
    certificate: new X509Certificate(readFileSync(`${path}.crt`, 'utf8')),
    privateKey: await webcrypto.subtle.importKey(
      'pkcs8',
      pkcs8,
      { name: 'ECDSA', namedCurve: 'P-384' },
      true,
      ['sign'],
    ),
  };
}
