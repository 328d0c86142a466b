import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { PageWalker, type Answer } from '../support/page-walker.js';
import { artifactIn, resolveArtifact } from '../support/saml-artifact.js';
import {
  hasSchemas,
  hasXmlsec,
  schemaComplaints,
  xmlsecDecrypts,
  xmlsecVerifies,
} from '../support/saml-judges.js';
import { certificatesIn, fasMetadata, responseIn, SamlService } from '../support/saml-service.js';
import { signIn } from '../support/sign-in.js';
import { stack } from '../support/stack.js';

let museum: SamlService;
let vault: SamlService;
let metadata: string;
beforeAll(async () => {
  museum = await SamlService.of('museum');
  vault = await SamlService.of('vault');
  metadata = await fasMetadata();
});

const BY_ARTIFACT = 'ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"';

/** Somebody signs in to a service; the page or the redirect that carries the answer. */
async function answered(service: SamlService, attributes = ''): Promise<Answer> {
  const walker = new PageWalker();
  const page = await walker.open(service.address(service.request({ attributes })));
  return signIn(walker, page, 'bram-boterkoek');
}

const refused = async () =>
  responseIn(await new PageWalker().open(museum.address(museum.request({ attributes: 'IsPassive="true"' }))));

/** The certificates of the metadata; one of them made the signature. */
const isVerified = (xml: string, element: string): boolean =>
  certificatesIn(metadata).some((certificate) => xmlsecVerifies(xml, certificate, element));

describe.skipIf(!hasSchemas)('SR-1 the schemas of OASIS find nothing to complain about', () => {
  it('in metadata, ours and that of our own service provider', async () => {
    const own = await (await fetch(`${stack().addresses.sma}/saml/metadata.xml`)).text();
    expect([metadata, own].map(schemaComplaints)).toEqual(['', '']);
    expect(schemaComplaints(metadata.replace('entityID', 'entityId'))).toContain('entityId');
  });

  it('in an answer, a refusal and an encrypted answer', async () => {
    const messages = [await answered(museum), await answered(vault)].map(responseIn);
    expect(messages[1]).toContain('<saml:EncryptedAssertion');
    expect([...messages, await refused()].map(schemaComplaints)).toEqual(['', '', '']);
  });

  it('in what goes over SOAP', async () => {
    const { xml } = await resolveArtifact(vault, artifactIn(await answered(vault, BY_ARTIFACT)));
    const { xml: empty } = await resolveArtifact(vault, 'AAQAAA==');
    const { xml: fault, status } = await resolveArtifact(vault, '<', { broken: true });
    expect([xml, empty, fault].map(schemaComplaints)).toEqual(['', '', '']);
    expect([xml.includes('EncryptedAssertion'), empty.includes('<samlp:Response'), status]).toEqual([
      true,
      false,
      400,
    ]);
  });

  it('in the request of our own service provider', async () => {
    const { location } = await new PageWalker().send(`${stack().addresses.sma}/overview`);
    const request = inflateRawSync(Buffer.from(location?.searchParams.get('SAMLRequest') ?? '', 'base64'));
    expect(schemaComplaints(request.toString())).toBe('');
  });
});

describe.skipIf(!hasXmlsec)('xmlsec1', () => {
  it('SR-2 verifies metadata, answers with their assertion, refusals', async () => {
    expect(isVerified(metadata, 'EntityDescriptor')).toBe(true);
    const response = responseIn(await answered(museum));
    expect([isVerified(response, 'Response'), isVerified(response, 'Assertion')]).toEqual([true, true]);
    expect(isVerified(await refused(), 'Response')).toBe(true);
    expect(isVerified(response.replace('>Bram<', '>Bert<'), 'Assertion')).toBe(false);
  });

  it('SB-2 verifies what an artifact was resolved to', async () => {
    const { xml } = await resolveArtifact(vault, artifactIn(await answered(vault, BY_ARTIFACT)));
    const message = /<samlp:ArtifactResponse [\s\S]*<\/samlp:ArtifactResponse>/.exec(xml)?.[0] ?? '';
    expect(isVerified(message, 'ArtifactResponse')).toBe(true);
  });

  it('SR-5 decrypts an assertion with the key of the service, and verifies it', async () => {
    const decrypted = xmlsecDecrypts(responseIn(await answered(vault)), vault.privateKey);
    expect(decrypted).toContain('>Bram<');
    expect(isVerified(decrypted, 'Assertion')).toBe(true);
  });
});
