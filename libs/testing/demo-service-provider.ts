import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureServiceProviderKeys } from './demo-keys.js';
import type { KeyFiles } from './self-signed.js';

const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings';
const BASIC = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';

/** Addresses of the SAML relying party of the demo; `base` is the address of the sandbox. */
export const serviceProviderAddresses = (base: string) => ({
  entityId: `${base}/rp/saml/metadata.xml`,
  assertionConsumer: `${base}/rp/saml/acs`,
  singleLogout: `${base}/rp/saml/slo`,
});

/** Sets of attributes that a request can ask for by index (SAML metadata 2.4.4, AttributeConsumingService). */
export const SERVICE_PROVIDER_ATTRIBUTES = [
  {
    index: 0,
    name: 'Everything that the service may have',
    attributes: ['egovNRN', 'givenName', 'surname', 'mail', 'PrefLanguage', 'urn:be:fedict:iam:attr:fedid'],
  },
  { index: 1, name: 'Name only', attributes: ['givenName', 'surname'] },
  {
    index: 2,
    name: 'Name and enterprise',
    attributes: [
      'givenName',
      'surname',
      'enterpriseNumber',
      'enterpriseName',
      'establishmentNumber',
      'roles',
    ],
  },
] as const;

/** Metadata of the SAML relying party of the demo (SAML metadata 2.4). Nothing in it needs escaping. */
export function serviceProviderMetadata(base: string, certificatePem: string): string {
  const { entityId, assertionConsumer, singleLogout } = serviceProviderAddresses(base);
  const certificate = certificatePem.replaceAll(/-----[A-Z ]+-----|\s/gu, '');
  const keyDescriptor = (use: string) =>
    `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>` +
    `<ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  const attributeSets = SERVICE_PROVIDER_ATTRIBUTES.map(
    ({ index, name, attributes }) =>
      `<md:AttributeConsumingService index="${index}"${index === 0 ? ' isDefault="true"' : ''}>` +
      `<md:ServiceName xml:lang="en">${name}</md:ServiceName>` +
      attributes.map((a) => `<md:RequestedAttribute Name="${a}" NameFormat="${BASIC}"/>`).join('') +
      '</md:AttributeConsumingService>',
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">`,
    '<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" ' +
      'AuthnRequestsSigned="true" WantAssertionsSigned="true">',
    keyDescriptor('signing'),
    keyDescriptor('encryption'),
    `<md:SingleLogoutService Binding="${BINDING}:HTTP-Redirect" Location="${singleLogout}"/>`,
    '<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>',
    '<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>',
    `<md:AssertionConsumerService Binding="${BINDING}:HTTP-POST" Location="${assertionConsumer}" ` +
      'index="0" isDefault="true"/>',
    ...attributeSets,
    '</md:SPSSODescriptor>',
    '</md:EntityDescriptor>',
    '',
  ].join('\n');
}

export interface ServiceProviderFiles extends KeyFiles {
  readonly metadataFile: string;
}

/** Keys and metadata file of the SAML relying party of the demo; `application add` reads the metadata. */
export async function ensureServiceProvider(
  dataDirectory: string,
  base: string,
): Promise<ServiceProviderFiles> {
  const files = await ensureServiceProviderKeys(dataDirectory);
  const metadataFile = join(dirname(files.keyFile), 'saml-metadata.xml');
  writeFileSync(metadataFile, serviceProviderMetadata(base, readFileSync(files.certificateFile, 'utf8')));
  return { ...files, metadataFile };
}
