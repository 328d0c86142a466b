import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTEXTS,
  LEVELS,
  METHOD_CLASSES,
  SMARTCARD_PKI,
  formatClassReference,
  levelClass,
  parseClassReference,
  type ClassReference,
} from './index.js';

const context = fc.constantFrom(...CONTEXTS, null);
const anyReference: fc.Arbitrary<ClassReference> = fc.oneof(
  fc.record({ kind: fc.constant('level' as const), level: fc.constantFrom(...LEVELS), context }),
  fc.record({ kind: fc.constant('method' as const), method: fc.constantFrom(...METHOD_CLASSES), context }),
  fc.constant({ kind: 'smartcard' as const }),
);

describe('a class reference', () => {
  it.each([
    ['urn:be:fedict:iam:fas:Level350', { kind: 'level', level: 350, context: null }],
    ['urn:be:fedict:iam:fas:citizen:Level400', { kind: 'level', level: 400, context: 'citizen' }],
    ['urn:be:fedict:iam:fas:enterprise:Level300', { kind: 'level', level: 300, context: 'enterprise' }],
    ['urn:be:fedict:iam:fas:citizen:bmid', { kind: 'method', method: 'bmid', context: 'citizen' }],
    ['urn:be:fedict:iam:fas:enterprise:token', { kind: 'method', method: 'token', context: 'enterprise' }],
    ['urn:be:fedict:iam:fas:eid', { kind: 'method', method: 'eid', context: null }],
    [SMARTCARD_PKI, { kind: 'smartcard' }],
  ])('%s is read', (text, reference) => {
    expect(parseClassReference(text)).toEqual(reference);
  });

  it.each([
    '',
    'urn:be:fedict:iam:fas:Level250',
    'urn:be:fedict:iam:fas:Level0400',
    'urn:be:fedict:iam:fas:level400',
    'urn:be:fedict:iam:fas:Level400 ',
    'urn:be:fedict:iam:fas:Level400\n',
    'URN:be:fedict:iam:fas:Level400',
    'urn:be:fedict:iam:fas:foreigner:Level400',
    'urn:be:fedict:iam:fas:citizen:enterprise:Level400',
    'urn:be:fedict:iam:fas:citizen:sms',
    'urn:be:fedict:iam:fas:constructor',
    'urn:oasis:names:tc:SAML:2.0:ac:classes:Password',
  ])('%j is none of ours', (text) => {
    expect(parseClassReference(text)).toBeUndefined();
  });

  it('is the same after being written and read', () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        expect(parseClassReference(formatClassReference(reference))).toEqual(reference);
      }),
    );
  });

  it('of a level carries the context only where one is given', () => {
    expect(levelClass(500)).toBe('urn:be:fedict:iam:fas:Level500');
    expect(levelClass(500, 'citizen')).toBe('urn:be:fedict:iam:fas:citizen:Level500');
  });
});
