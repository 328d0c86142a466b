import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestKey } from './keys.js';

/** Independent judges of what we write; a test that needs one is skipped where it is not installed. */
export const hasXmlsec = spawnSync('xmlsec1', ['--version']).status === 0;

const OPENSAML = '/usr/share/xml/opensaml';
const XMLTOOLING = '/usr/share/xml/xmltooling';
export const hasSchemas =
  existsSync(OPENSAML) && existsSync(XMLTOOLING) && spawnSync('xmllint', ['--version']).status === 0;

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

/** Has xmlsec1 verify every signature of the kind of element that is named. */
export function xmlsecVerifies(xml: string, key: TestKey, element: string): boolean {
  const publicKey = key.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return inFolder({ 'message.xml': xml, 'key.pem': publicKey }, (path) => {
    const root = `/*[local-name()='${element}']/*[local-name()='Signature']`;
    const nested = `//*[local-name()='${element}']/*[local-name()='Signature']`;
    const ids = ['Response', 'AuthnRequest', 'ArtifactResolve', 'ArtifactResponse'].flatMap((name) => [
      '--id-attr:ID',
      `urn:oasis:names:tc:SAML:2.0:protocol:${name}`,
    ]);
    const others = [
      ['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:assertion:Assertion'],
      ['--id-attr:ID', 'urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor'],
    ].flat();
    const where = element === 'Assertion' ? nested : root;
    const parameters = [
      '--verify',
      '--pubkey-pem',
      path('key.pem'),
      ...ids,
      ...others,
      '--node-xpath',
      where,
    ];
    return run('xmlsec1', [...parameters, path('message.xml')]).ok;
  });
}

/** Has xmlsec1 fill in a signature template. */
export function xmlsecSigns(template: string, key: TestKey): string {
  return inFolder({ 'template.xml': template, 'key.pem': key.pem }, (path) => {
    const id = 'urn:oasis:names:tc:SAML:2.0:protocol:AuthnRequest';
    const { ok, output } = run('xmlsec1', [
      '--sign',
      '--privkey-pem',
      path('key.pem'),
      '--id-attr:ID',
      id,
      path('template.xml'),
    ]);
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
  ['urn:oasis:names:tc:SAML:metadata:ui', `${OPENSAML}/sstc-saml-metadata-ui-v1.0.xsd`],
];

/** Complaints of the official schemas about a document; empty when it is valid. */
export function schemaComplaints(xml: string): string {
  const imports = SCHEMAS.map(
    ([namespace, file]) => `<import namespace="${namespace}" schemaLocation="file://${file}"/>`,
  );
  const schema = `<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join('')}</schema>`;
  return inFolder({ 'message.xml': xml, 'all.xsd': schema }, (path) => {
    const { ok, output } = run('xmllint', [
      '--nonet',
      '--noout',
      '--schema',
      path('all.xsd'),
      path('message.xml'),
    ]);
    return ok ? '' : output.replaceAll(/^.*Schemas parser warning.*\n/gm, '');
  });
}
