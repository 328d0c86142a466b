import { describe, expect, it } from 'vitest';
import { hasSchemas, schemaComplaints } from '../../../test/support/saml-judges.js';
import { artifactResolve, enveloped } from '../test-support/soap.js';
import { openSoap } from './read-soap.js';
import { soapEnvelope, soapFault } from './write-soap.js';

const outcome = (xml: string) => {
  const opened = openSoap(xml);
  return opened.kind === 'opened' ? opened.message.localName : opened.reason;
};
const header = (block: string) => `<S:Header>${block}</S:Header>`;
const MUST = '<x:a xmlns:x="urn:x" S:mustUnderstand="1"/>';

describe('an envelope', () => {
  it.each([
    ['as libraries write it', enveloped(artifactResolve())],
    [
      'with header blocks that may be passed over',
      enveloped(artifactResolve(), header('<x:a xmlns:x="urn:x"/>')),
    ],
    ['of our own', soapEnvelope(artifactResolve())],
  ])('%s is opened', (_, xml) => expect(outcome(xml)).toBe('ArtifactResolve'));

  it.each([
    ['SB-6 nothing', '', 'xml'],
    ['SB-6 a document type', `<!DOCTYPE x>${soapEnvelope('<a/>')}`, 'xml'],
    [
      'SB-6 SOAP 1.2',
      soapEnvelope('<a/>').replace(/http[^"]*/, 'http://www.w3.org/2003/05/soap-envelope'),
      'not-an-envelope',
    ],
    ['SB-6 a bare message', artifactResolve(), 'not-an-envelope'],
    ['SB-6 a WSDL', '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>', 'not-an-envelope'],
    [
      'SB-6 an envelope without a body',
      enveloped('').replace(/<S:Body>[\s\S]*<\/S:Body>/, ''),
      'not-an-envelope',
    ],
    ['SB-6 two bodies', enveloped(artifactResolve(), '<S:Body/>'), 'not-an-envelope'],
    ['SB-6 two headers', enveloped(artifactResolve(), header('') + header('')), 'not-an-envelope'],
    ['SB-6 an empty body', enveloped(''), 'not-one-message'],
    ['SB-6 two messages', enveloped(artifactResolve() + artifactResolve()), 'not-one-message'],
    ['SB-6 a header that must be understood', enveloped(artifactResolve(), header(MUST)), 'must-understand'],
    ['SX-22 elements in elements', enveloped('<a>'.repeat(5_000)), 'xml'],
  ])('%s is refused', (_, xml, reason) => expect(outcome(xml)).toBe(reason));

  it.skipIf(!hasSchemas)('SR-1 a fault of ours is valid by the schema', () => {
    expect(schemaComplaints(soapFault('Client', 'it <cannot> be read'))).toBe('');
  });
});
