import { spawnSync } from 'node:child_process';
import { X509Certificate, type KeyObject } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Independent judges of what we write; a test that needs one is skipped where it is not installed. */
export const hasXmlsec = spawnSync('xmlsec1', ['--version']).status === 0;

const OPENSAML = '/usr/share/xml/opensaml';
const XMLTOOLING = '/usr/share/xml/xmltooling';
export const hasSchemas =
  existsSync(OPENSAML) && existsSync(XMLTOOLING) && spawnSync('xmllint', ['--version']).status === 0;

/** A key pair, or the certificate of one: PEM or bare base64. */
export type JudgedKey = { readonly publicKey: KeyObject } | string;

const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const MESSAGES = [
  'Response',
  'AuthnRequest',
  'LogoutRequest',
  'LogoutResponse',
  'ArtifactResolve',
  'ArtifactResponse',
];
const SIGNED = [
  ...MESSAGES.map((name) => `${PROTOCOL}:${name}`),
  'urn:oasis:names:tc:SAML:2.0:assertion:Assertion',
  'urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor',
];

/** What tells xmlsec1 which attributes are identifiers. */
const IDENTIFIERS = SIGNED.flatMap((name) => ['--id-attr:ID', name]);

function inFolder<Result>(
  files: Record<string, string>,
  work: (path: (name: string) => string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'saml-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(
  command: string,
  parameters: readonly string[],
): { readonly ok: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

function publicKeyOf(key: JudgedKey): string {
  const { publicKey } =
    typeof key === 'string'
      ? new X509Certificate(Buffer.from(key.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64'))
      : key;
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/** Has xmlsec1 verify the signature of the kind of element that is named: of the root, or of the assertion in it. */
export function xmlsecVerifies(xml: string, key: JudgedKey, element: string): boolean {
  return inFolder({ 'message.xml': xml, 'key.pem': publicKeyOf(key) }, (path) => {
    const depth = element === 'Assertion' ? '//' : '/';
    const where = `${depth}*[local-name()='${element}']/*[local-name()='Signature']`;
    const how = ['--verify', '--pubkey-pem', path('key.pem'), ...IDENTIFIERS, '--node-xpath', where];
    return run('xmlsec1', [...how, path('message.xml')]).ok;
  });
}

/** Has xmlsec1 fill in the signature template of a request. */
export function xmlsecSigns(template: string, { pem }: { readonly pem: string }): string {
  return inFolder({ 'template.xml': template, 'key.pem': pem }, (path) => {
    const id = `${PROTOCOL}:AuthnRequest`;
    const how = ['--sign', '--privkey-pem', path('key.pem'), '--id-attr:ID', id];
    const { ok, output } = run('xmlsec1', [...how, path('template.xml')]);
    if (!ok) throw new Error(output);
    return output;
  });
}

/** Has xmlsec1 open what is encrypted in a message; gives the message with its content in clear. */
export function xmlsecDecrypts(xml: string, privateKey: string): string {
  return inFolder({ 'message.xml': xml, 'key.pem': privateKey }, (path) => {
    const where = "//*[local-name()='EncryptedData']";
    const how = ['--decrypt', '--privkey-pem', path('key.pem'), '--node-xpath', where];
    const { ok, output } = run('xmlsec1', [...how, path('message.xml')]);
    if (!ok) throw new Error(output);
    return output;
  });
}

const SCHEMAS: readonly (readonly [namespace: string, file: string])[] = [
  ['http://www.w3.org/XML/1998/namespace', `${XMLTOOLING}/xml.xsd`],
  ['http://www.w3.org/2000/09/xmldsig#', `${XMLTOOLING}/xmldsig-core-schema.xsd`],
  ['http://www.w3.org/2001/04/xmlenc#', `${XMLTOOLING}/xenc-schema.xsd`],
  ['http://www.w3.org/2009/xmlenc11#', `${XMLTOOLING}/xenc11-schema.xsd`],
  ['http://schemas.xmlsoap.org/soap/envelope/', `${XMLTOOLING}/soap-envelope.xsd`],
  ['urn:oasis:names:tc:SAML:2.0:assertion', `${OPENSAML}/saml-schema-assertion-2.0.xsd`],
  ['urn:oasis:names:tc:SAML:2.0:protocol', `${OPENSAML}/saml-schema-protocol-2.0.xsd`],
  ['urn:oasis:names:tc:SAML:2.0:metadata', `${OPENSAML}/saml-schema-metadata-2.0.xsd`],
  ['urn:oasis:names:tc:SAML:metadata:algsupport', `${OPENSAML}/sstc-saml-metadata-algsupport-v1.0.xsd`],
  ['urn:oasis:names:tc:SAML:metadata:ui', `${OPENSAML}/sstc-saml-metadata-ui-v1.0.xsd`],
];

/** Complaints of the official schemas about a document; empty when it is valid. */
export function schemaComplaints(xml: string): string {
  const imports = SCHEMAS.map(
    ([namespace, file]) => `<import namespace="${namespace}" schemaLocation="file://${file}"/>`,
  );
  const schema = `<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join('')}</schema>`;
  return inFolder({ 'message.xml': xml, 'all.xsd': schema }, (path) => {
    const how = ['--nonet', '--noout', '--schema', path('all.xsd')];
    const { ok, output } = run('xmllint', [...how, path('message.xml')]);
    return ok ? '' : output.replaceAll(/^.*Schemas parser warning.*\n/gm, '');
  });
}
