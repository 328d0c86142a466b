import { ATTRIBUTES, LEGAL_BASIS_KINDS, type LegalBasisKind } from '#libs/attributes';
import { readReason } from '../frame/form/reason.js';
import { Problems, type Typed } from '../frame/form/typed.js';
import { documentIn, documentProblem, type DocumentMessage } from './documents/pdf-file.js';

export interface BasisWish {
  readonly kind: LegalBasisKind;
  readonly reference: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly attributes: readonly string[];
}

export type BasisMessage =
  | DocumentMessage
  | 'documentNeeded'
  | 'noDocumentReason'
  | 'missing'
  | 'long'
  | 'date'
  | 'order'
  | 'attributesMissing'
  | 'basisForbids'
  | 'basisKnown';

export type ReadBasis =
  | {
      readonly kind: 'valid';
      readonly wish: BasisWish;
      readonly document?: Buffer;
      readonly noDocument?: string;
    }
  | { readonly kind: 'invalid'; readonly problems: Problems<BasisMessage> };

const LONGEST_REFERENCE = 120;

/** Judges a legal basis that an agency says it has. */
export function readBasis(typed: Typed, now: Date): ReadBasis {
  const kind = typed.oneOf('kind', LEGAL_BASIS_KINDS);
  const reference = typed.text('reference');
  const validFrom = typed.text('validFrom');
  const validUntil = typed.text('validUntil');
  const { given, problems: ofDocument } = readDocument(typed, now);
  const attributes = typed.chosen(
    'attributes',
    ATTRIBUTES.map(({ name }) => name),
  );
  const problems = new Problems<BasisMessage>({
    kind: kind === undefined ? 'missing' : undefined,
    reference: referenceProblem(reference),
    validFrom: isDay(validFrom) ? undefined : 'date',
    validUntil: validUntil === '' ? undefined : untilProblem(validFrom, validUntil),
    ...ofDocument,
    attributes: attributesProblem(kind, attributes),
  });
  if (problems.any || kind === undefined) return { kind: 'invalid', problems };
  return {
    kind: 'valid',
    wish: { kind, reference, validFrom, attributes, ...(validUntil !== '' && { validUntil }) },
    ...given,
  };
}

interface ReadDocument {
  readonly given: { readonly document?: Buffer; readonly noDocument?: string };
  readonly problems: Readonly<Record<string, BasisMessage | undefined>>;
}

/** The text, or why there is none: that stands in the request for good, and names nobody. */
function readDocument(typed: Typed, now: Date): ReadDocument {
  const document = documentIn(typed.text('document'));
  if (document !== undefined)
    return { given: { document }, problems: { document: documentProblem(document) } };
  const why = typed.text('noDocument');
  if (why === '') return { given: {}, problems: { document: 'documentNeeded' } };
  const read = readReason(why, now);
  return read.kind === 'valid'
    ? { given: { noDocument: read.reason }, problems: {} }
    : { given: {}, problems: { noDocument: 'noDocumentReason' } };
}

function referenceProblem(text: string): BasisMessage | undefined {
  if (text === '') return 'missing';
  return text.length > LONGEST_REFERENCE ? 'long' : undefined;
}

function untilProblem(from: string, until: string): BasisMessage | undefined {
  if (!isDay(until)) return 'date';
  return until < from ? 'order' : undefined;
}

/** Some attributes can only be covered by some kinds of legal basis. */
function attributesProblem(
  kind: LegalBasisKind | undefined,
  names: readonly string[],
): BasisMessage | undefined {
  if (names.length === 0) return 'attributesMissing';
  const chosen = ATTRIBUTES.filter(({ name }) => names.includes(name));
  const covers = ({ legalBases }: { readonly legalBases: readonly LegalBasisKind[] }) =>
    kind === undefined || legalBases.includes(kind);
  return chosen.every(covers) ? undefined : 'basisForbids';
}

/** A day that exists, as `2026-01-31`. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
