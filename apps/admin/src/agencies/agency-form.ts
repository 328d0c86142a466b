import { LANGUAGES, parseEnterpriseNumber, type EnterpriseNumber, type LocalisedText } from '#libs/kernel';
import { inFourLanguages } from '../frame/form/four-languages.js';
import { Problems, type Typed } from '../frame/form/typed.js';

/** Who may use the service (G-Cloud service sheet "CSAM Aanmelden" v1.2, target audience). */
export const AUDIENCES = ['federal', 'region', 'local', 'social-security', 'public-task'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface AgencyWish {
  readonly number: EnterpriseNumber;
  readonly name: LocalisedText;
  readonly audience: Audience;
  readonly task: string;
  /** The person who registers may sign for the agency too. */
  readonly signatory: boolean;
}

export type AgencyMessage =
  'missing' | 'long' | 'number' | 'known' | 'kboUnknown' | 'kboStopped' | 'audienceMissing' | 'notEligible';

export type ReadAgency =
  | { readonly kind: 'valid'; readonly wish: AgencyWish }
  | { readonly kind: 'invalid'; readonly problems: Problems<AgencyMessage> };

const LONGEST_NAME = 120;
const LONGEST_TASK = 500;

export const textProblem = (text: string, longest: number): 'missing' | 'long' | undefined => {
  if (text === '') return 'missing';
  return text.length > longest ? 'long' : undefined;
};

/** Judges what somebody filled in to register an agency. */
export function readAgency(typed: Typed): ReadAgency {
  const parsed = parseEnterpriseNumber(typed.text('number'));
  const audience = typed.oneOf('audience', AUDIENCES);
  const problems = new Problems<AgencyMessage>({
    number: numberProblem(typed.text('number'), parsed.kind === 'valid'),
    ...namesProblems(typed),
    audience: audience === undefined ? 'audienceMissing' : undefined,
    task: textProblem(typed.text('task'), LONGEST_TASK),
    eligible: typed.ticked('eligible') ? undefined : 'notEligible',
  });
  if (problems.any || parsed.kind === 'invalid' || audience === undefined)
    return { kind: 'invalid', problems };
  return {
    kind: 'valid',
    wish: {
      number: parsed.number,
      name: inFourLanguages(typed, 'name'),
      audience,
      task: typed.text('task'),
      signatory: typed.ticked('signatory'),
    },
  };
}

const numberProblem = (text: string, valid: boolean): AgencyMessage | undefined => {
  if (text === '') return 'missing';
  return valid ? undefined : 'number';
};

export const namesProblems = (typed: Typed) =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      `name-${language}`,
      textProblem(typed.text(`name-${language}`), LONGEST_NAME),
    ]),
  );
