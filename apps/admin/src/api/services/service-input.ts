import type { FastifyRequest } from 'fastify';
import { CONTACT_ROLES, type Contacts } from '#libs/agencies';
import { Problems, Typed } from '../../frame/form/typed.js';
import { readReason } from '../../frame/form/reason.js';
import { readContacts } from '../../applications/contacts/contacts-form.js';
import { fieldsOfDetails, readDetails } from '../../applications/dossier/dossier-form.js';
import type { DossierDetails, EnvironmentSettings } from '../../applications/dossier/dossier.js';
import {
  fieldsOfSettings,
  readSettings,
  type SettingsRules,
} from '../../applications/dossier/settings-form.js';
import type { MetadataReading } from '../../applications/metadata/metadata-reading.js';
import type { Asker } from '../../applications/services.service.js';
import { apiClientOf } from '../access/api-desk.js';
import { wrongInput } from '../access/input.js';
import type { ContactsBody, DescriptionBody } from './service.bodies.js';
import type { SettingsBody } from './settings.body.js';

/**
 * What a program sends, judged by the rules of the pages: it is put into the fields of the form.
 *
 * @throws naming each field that is wrong
 */
export function detailsFrom({ reason: _reason, ...body }: DescriptionBody): DossierDetails {
  const read = readDetails(Typed.of(fieldsOfDetails(body)));
  if (read.kind === 'invalid') throw refused(read.problems, MESSAGES);
  return read.details;
}

/** Metadata of which only the address is given are fetched there; what was fetched is what counts, and is answered. */
export async function settingsFrom(
  { reason: _reason, ...body }: SettingsBody,
  rules: SettingsRules,
  reading: MetadataReading,
): Promise<EnvironmentSettings> {
  const { redirectUris = [], postLogoutRedirectUris = [], tokenEndpointAuthMethod, ...rest } = body;
  const fields = fieldsOfSettings({
    ...rest,
    metadata: await documentFrom(body, rules, reading),
    redirectUris,
    postLogoutRedirectUris,
    // Left out, it is for the rule to say so.
    tokenEndpointAuthMethod: tokenEndpointAuthMethod ?? ('' as 'none'),
  });
  const read = readSettings(Typed.of(fields), rules);
  if (read.kind === 'invalid') throw refused(read.problems, MESSAGES);
  return read.settings;
}

async function documentFrom(
  { protocol, metadata = '', metadataUrl = '', metadataSigner = '' }: SettingsBody,
  rules: SettingsRules,
  reading: MetadataReading,
): Promise<string> {
  if (protocol !== 'saml' || metadata !== '' || metadataUrl === '') return metadata;
  const read = await reading.fromAddress(metadataUrl, metadataSigner, rules);
  if (read.kind === 'good') return read.document;
  throw wrongInput([{ field: read.field, message: MESSAGES[read.message] }]);
}

export function contactsFrom(body: ContactsBody): Contacts {
  const given = CONTACT_ROLES.map((role) => [role, body[role] ?? ''] as const);
  const read = readContacts(Typed.of(Object.fromEntries(given)));
  if (read.kind === 'invalid') throw refused(read.problems, MESSAGES);
  return read.contacts;
}

export function reasonFrom(text: string, now: Date): string {
  const read = readReason(text, now);
  if (read.kind === 'invalid') throw wrongInput([{ field: 'reason', message: REASONS[read.problem] }]);
  return read.reason;
}

/** The program asks, and who made it answers for that. */
export function askerOf(request: FastifyRequest, reason: string): Asker {
  const { reference, address = '' } = request.context;
  const { id: by, createdBy: responsible } = apiClientOf(request);
  return { by, responsible, reason, trace: { reference, address } };
}

const REASONS = {
  reasonMissing: 'must have five characters at least',
  reasonLong: 'must have 300 characters at most',
  reasonIdentity: 'must name nobody by a national number or e-mail address',
} as const;

const MESSAGES = {
  long: 'is too long',
  level: 'is no level that a service can ask',
  keyWeak: 'has a key that never reaches the minimum level',
  count: 'must be a number of nine digits at most',
  uuid: 'must be a UUID',
  reason: 'says why, since the service is in use',
  missing: 'must be filled in',
  address: 'must be whole addresses, without fragment or password',
  plain: 'must be https',
  metadata: 'is no metadata of a SAML service',
  signature: 'is not signed with the certificate of metadataSigner',
  signer: 'must be certificates in PEM',
  validity: 'says no end, or one that is past or too far ahead',
  unreachable: 'does not answer',
  notADocument: 'gives no metadata',
  notRead: 'comes with the document that stands there',
  otherEntity: 'is of another service: the entityID differs',
  noEncryptionKey: 'has no certificate to encrypt to',
  many: 'has too many addresses',
  mail: 'must be an e-mail address',
} as const;

function refused<M extends string>(problems: Problems<M>, messages: Readonly<Record<M, string>>) {
  return wrongInput(
    problems
      .all((message) => messages[message])
      .map(({ field, message }) => ({ field: pathOf(field), message })),
  );
}

/** The field of the form as the body has it. */
const pathOf = (field: string): string => field.replace(/^name-/, 'name.').replace(/^why-.*/, 'attributes');
