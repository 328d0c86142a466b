import {
  isLanguage,
  parsePersonNumber,
  type FedId,
  type Language,
  type PersonNumber,
  type PersonRegister,
} from '#libs/kernel';
import { Problems, type Typed } from '../frame/form/typed.js';

export const DOCUMENT_TYPES = [
  'identity-card',
  'passport',
  'residence-card',
  'orange-card',
  'annex-35',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface IdentityDocument {
  readonly type: DocumentType;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly number: string;
  /** `YYYY-MM-DD`; the document is valid that day still. */
  readonly expiry: string;
}

/** What an officer reads from the document of who stands there. */
export interface Presented {
  readonly number: PersonNumber;
  readonly register: PersonRegister;
  /** As the number tells it; absent where the number does not. */
  readonly birthDate?: string;
  readonly document: IdentityDocument;
}

export type PresentedProblem =
  'numberWrong' | 'typeMissing' | 'countryWrong' | 'documentNumberWrong' | 'expiryWrong' | 'expired';

export type ReadPresented =
  | { readonly kind: 'valid'; readonly presented: Presented }
  | { readonly kind: 'invalid'; readonly problems: Problems<PresentedProblem> };

const DOCUMENT_NUMBER = /^[A-Z\d][A-Z\d .-]{3,29}$/;

export function readPresented(typed: Typed, today: Date): ReadPresented {
  const parsed = parsePersonNumber(typed.text('number'), { today });
  const document = readDocument(typed, today);
  if (parsed.kind === 'invalid' || 'problems' in document) {
    const problems = new Problems<PresentedProblem>({
      number: parsed.kind === 'valid' ? undefined : 'numberWrong',
      ...('problems' in document && document.problems),
    });
    return { kind: 'invalid', problems };
  }
  const { number, register, birthDate } = parsed;
  return {
    kind: 'valid',
    presented: { number, register, document, ...(birthDate !== undefined && { birthDate }) },
  };
}

type DocumentProblems = Readonly<Record<string, PresentedProblem | undefined>>;

function readDocument(typed: Typed, today: Date): IdentityDocument | { readonly problems: DocumentProblems } {
  const type = typed.oneOf('documentType', DOCUMENT_TYPES);
  const country = typed.text('country').toUpperCase();
  const number = typed.text('documentNumber').toUpperCase();
  const expiry = typed.text('expiry');
  const problems: DocumentProblems = {
    documentType: type === undefined ? 'typeMissing' : undefined,
    country: isCountry(country) ? undefined : 'countryWrong',
    documentNumber: DOCUMENT_NUMBER.test(number) ? undefined : 'documentNumberWrong',
    expiry: expiryProblem(expiry, today),
  };
  if (type === undefined || new Problems(problems).any) return { problems };
  return { type, country, number, expiry };
}

function expiryProblem(expiry: string, today: Date): PresentedProblem | undefined {
  if (!isDay(expiry)) return 'expiryWrong';
  return expiry < today.toISOString().slice(0, 10) ? 'expired' : undefined;
}

function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Two letters that are the code of a country. */
export const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && REGIONS.of(code) !== undefined;

/** What the officer confirms after the comparison, and where the link goes. */
export interface Confirmed {
  readonly mail: string;
  readonly language: Language;
  readonly replaceLost: boolean;
}

export type ConfirmedProblem =
  'mailWrong' | 'mailDiffers' | 'languageMissing' | 'notCompared' | 'faceNotCompared' | 'lostMissing';

export type ReadConfirmed =
  | { readonly kind: 'valid'; readonly confirmed: Confirmed }
  | { readonly kind: 'invalid'; readonly problems: Problems<ConfirmedProblem> };

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function readConfirmed(typed: Typed, { hasKeys }: { readonly hasKeys: boolean }): ReadConfirmed {
  const [mail, again, language] = [typed.text('mail'), typed.text('mailAgain'), typed.text('language')];
  const unless = (is: boolean, problem: ConfirmedProblem) => (is ? undefined : problem);
  const problems = new Problems<ConfirmedProblem>({
    namesCompared: unless(typed.ticked('namesCompared'), 'notCompared'),
    faceCompared: unless(typed.ticked('faceCompared'), 'faceNotCompared'),
    replaceLost: unless(!hasKeys || typed.ticked('replaceLost'), 'lostMissing'),
    mail: unless(MAIL.test(mail) && mail.length <= 254, 'mailWrong'),
    mailAgain: unless(again.toLowerCase() === mail.toLowerCase(), 'mailDiffers'),
    language: unless(isLanguage(language), 'languageMissing'),
  });
  if (problems.any || !isLanguage(language)) return { kind: 'invalid', problems };
  return { kind: 'valid', confirmed: { mail, language, replaceLost: hasKeys } };
}

/** What keeps an officer from ever holding somebody else's key. */
export type RegistrationProblem =
  /** Officers are identified by a colleague of another office, never by themselves. */
  | 'officer-self'
  | 'person-blocked'
  /** The link would go to somebody else: an address of another person, or one that served another registration. */
  | 'mail-of-another';

export interface RegistrationSituation {
  readonly officer: FedId;
  readonly person: { readonly fedId: FedId; readonly state: string };
  /** Whose confirmed address the mail address is. */
  readonly mailOwner: FedId | undefined;
  /** For whom this address was used at an office before. */
  readonly mailUsedFor: readonly FedId[];
}

/** KY-12: link and paper never come together in the hands of an officer. */
export function registrationProblem({
  officer,
  person,
  mailOwner,
  mailUsedFor,
}: RegistrationSituation): RegistrationProblem | undefined {
  if (officer === person.fedId) return 'officer-self';
  if (person.state !== 'active') return 'person-blocked';
  const isAnother = (fedId: FedId | undefined) => fedId !== undefined && fedId !== person.fedId;
  return [mailOwner, ...mailUsedFor].some(isAnother) ? 'mail-of-another' : undefined;
}
