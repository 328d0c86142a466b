import { ATTRIBUTES } from '#libs/attributes';
import { LANGUAGES } from '#libs/kernel';
import { CONTEXTS, defaultLoaPolicy, KEY_KINDS, LEVELS, type Level } from '#libs/loa';
import { inFourLanguages } from '../../frame/form/four-languages.js';
import { Problems, type Typed } from '../../frame/form/typed.js';
import type { DossierDetails } from './dossier.js';

/** Keys that a service can offer, strongest first: a profile that people made themselves is none. */
export const OFFERED_KEYS = KEY_KINDS.filter((kind) => kind !== 'selfreg');

/** Levels that a service of a government can ask. */
export const ASKED_LEVELS = LEVELS.filter((level) => level >= 200).map(String);

export type DossierMessage = 'long' | 'level' | 'keyWeak' | 'count' | 'uuid' | 'reason';

export type ReadDetails =
  | { readonly kind: 'valid'; readonly details: DossierDetails }
  | { readonly kind: 'invalid'; readonly problems: Problems<DossierMessage> };

const LONGEST = 120;
const LONGEST_JUSTIFICATION = 300;
const COUNT = /^\d{1,9}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Judges each field that is filled in; what is left empty stays on the checklist. */
export function readDetails(typed: Typed): ReadDetails {
  const problems = new Problems<DossierMessage>({
    ...longProblems(typed),
    minimumLevel: levelProblem(typed),
    keys: keysProblem(typed),
    authorisation: problemIf(typed, 'authorisation', UUID, 'uuid'),
    ...Object.fromEntries(
      ['signInsPerYear', 'signInsAtPeak', 'smsPerMonth'].map((name) => [
        name,
        problemIf(typed, name, COUNT, 'count'),
      ]),
    ),
  });
  return problems.any ? { kind: 'invalid', problems } : { kind: 'valid', details: detailsOf(typed) };
}

function detailsOf(typed: Typed): DossierDetails {
  const level = levelOf(typed);
  const authorisation = typed.text('authorisation');
  return {
    name: inFourLanguages(typed, 'name'),
    keys: typed.chosen('keys', OFFERED_KEYS),
    contexts: typed.chosen('contexts', CONTEXTS),
    attributes: typed
      .chosen(
        'attributes',
        ATTRIBUTES.map(({ name }) => name),
      )
      .map((name) => ({ name, justification: typed.text(`why-${name}`) })),
    smsAccepted: typed.ticked('smsAccepted'),
    ...(level !== undefined && { minimumLevel: level }),
    ...(authorisation !== '' && { authorisation }),
    ...countOf(typed, 'signInsPerYear'),
    ...countOf(typed, 'signInsAtPeak'),
    ...countOf(typed, 'smsPerMonth'),
  };
}

const countOf = (typed: Typed, name: 'signInsPerYear' | 'signInsAtPeak' | 'smsPerMonth') =>
  typed.text(name) === '' ? {} : { [name]: Number(typed.text(name)) };

const levelOf = (typed: Typed): Level | undefined =>
  LEVELS.find((level) => String(level) === typed.oneOf('minimumLevel', ASKED_LEVELS));

const levelProblem = (typed: Typed): DossierMessage | undefined =>
  typed.text('minimumLevel') !== '' && levelOf(typed) === undefined ? 'level' : undefined;

/** A key that can never reach the level of the service is no offer. */
function keysProblem(typed: Typed): DossierMessage | undefined {
  const level = levelOf(typed);
  const weak = typed
    .chosen('keys', OFFERED_KEYS)
    .some((key) => level !== undefined && defaultLoaPolicy.keys[key].levels[0] < level);
  return weak ? 'keyWeak' : undefined;
}

function problemIf(typed: Typed, name: string, form: RegExp, message: DossierMessage) {
  const text = typed.text(name);
  return text !== '' && (text.length > 254 || !form.test(text)) ? message : undefined;
}

function longProblems(typed: Typed): Record<string, DossierMessage | undefined> {
  const limits = [
    ...LANGUAGES.map((language) => [`name-${language}`, LONGEST] as const),
    ...ATTRIBUTES.map(({ name }) => [`why-${name}`, LONGEST_JUSTIFICATION] as const),
  ];
  return Object.fromEntries(
    limits.map(([name, limit]) => [name, typed.text(name).length > limit ? ('long' as const) : undefined]),
  );
}

/** What is stored, as the form shows it. */
export function fieldsOfDetails(details: DossierDetails): Record<string, string> {
  const ticked = (name: string, values: readonly string[]) =>
    values.map((value) => [`${name}.${value}`, 'on']);
  const number = (name: string, value: number | undefined) =>
    value === undefined ? [] : [[name, String(value)]];
  return Object.fromEntries([
    ...Object.entries(details.name).map(([language, text]) => [`name-${language}`, text]),
    ...number('minimumLevel', details.minimumLevel),
    ...ticked('keys', details.keys),
    ...ticked('contexts', details.contexts),
    ...ticked(
      'attributes',
      details.attributes.map(({ name }) => name),
    ),
    ...details.attributes.map(({ name, justification }) => [`why-${name}`, justification]),
    ...(details.authorisation === undefined ? [] : [['authorisation', details.authorisation]]),
    ...(details.smsAccepted ? [['smsAccepted', 'on']] : []),
    ...number('signInsPerYear', details.signInsPerYear),
    ...number('signInsAtPeak', details.signInsAtPeak),
    ...number('smsPerMonth', details.smsPerMonth),
  ]);
}
