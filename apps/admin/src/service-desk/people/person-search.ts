import { parsePersonNumber, type PersonNumber } from '#libs/kernel';
import { readReason, type ReasonProblem } from '../../frame/form/reason.js';
import { Problems, type Typed } from '../../frame/form/typed.js';

/** By what a caller can be found. */
export const SEARCH_WAYS = ['number', 'username', 'mail', 'name'] as const;
export type SearchWay = (typeof SEARCH_WAYS)[number];

export type PersonSearch =
  | { readonly by: 'number'; readonly number: PersonNumber }
  | { readonly by: 'username'; readonly username: string }
  | { readonly by: 'mail'; readonly mail: string }
  | { readonly by: 'name'; readonly surname: string; readonly birthDate: string };

export type SearchProblem =
  ReasonProblem | 'byMissing' | 'valueMissing' | 'numberWrong' | 'mailWrong' | 'birthDateWrong';

export type ReadSearch =
  | { readonly kind: 'valid'; readonly search: PersonSearch; readonly reason: string }
  | { readonly kind: 'invalid'; readonly problems: Problems<SearchProblem> };

const LONGEST = 254;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Reads whom somebody looks for, and why: without a reason nobody is looked for. */
export function readSearch(typed: Typed, today: Date): ReadSearch {
  const reason = readReason(typed.text('reason'), today);
  const whom = readWhom(typed, today);
  if ('by' in whom && reason.kind === 'valid') return { kind: 'valid', search: whom, reason: reason.reason };
  return {
    kind: 'invalid',
    problems: new Problems<SearchProblem>({
      ...('problems' in whom && whom.problems),
      reason: reason.kind === 'invalid' ? reason.problem : undefined,
    }),
  };
}

function readWhom(typed: Typed, today: Date): Read {
  const by = typed.oneOf('by', SEARCH_WAYS);
  if (by === undefined) return { problems: { by: 'byMissing' } };
  return READERS[by](typed.text('value').slice(0, LONGEST), typed, today);
}

type Read = PersonSearch | { readonly problems: Readonly<Record<string, SearchProblem | undefined>> };

const wrong = (value: SearchProblem): Read => ({ problems: { value } });

const READERS: Readonly<Record<SearchWay, (value: string, typed: Typed, today: Date) => Read>> = {
  number: (value, _typed, today) => {
    const parsed = parsePersonNumber(value, { today });
    return parsed.kind === 'valid' ? { by: 'number', number: parsed.number } : wrong('numberWrong');
  },
  username: (value) => (value === '' ? wrong('valueMissing') : { by: 'username', username: value }),
  mail: (value) => (MAIL.test(value) ? { by: 'mail', mail: value } : wrong('mailWrong')),
  name: (surname, typed, today) => {
    const birthDate = typed.text('birthDate');
    const dated = isPastDay(birthDate, today);
    if (surname !== '' && dated) return { by: 'name', surname, birthDate };
    return {
      problems: {
        value: surname === '' ? 'valueMissing' : undefined,
        birthDate: dated ? undefined : 'birthDateWrong',
      },
    };
  },
};

/** A day of the calendar that is not in the future. */
export function isPastDay(text: string, today: Date): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) && moment <= today;
}
