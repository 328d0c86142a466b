import type { Language } from '#libs/kernel';
import { RadioGroup, SelectField, TextAreaField, TextField } from '#libs/ui';
import { confirmTexts } from '../frame/form/confirm.texts.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import { TRAIL_KINDS } from '../reports/trail/trail-kinds.js';
import { trailTexts } from '../reports/trail/trail.texts.js';
import { peopleTexts } from '../service-desk/people/people.texts.js';
import type { SearchProblem } from '../service-desk/people/person-search.js';
import { GROUNDS, type AuditSearchProblem } from './audit-search.js';
import { auditSearchTexts } from './audit-search.texts.js';

/** What may be wrong with a search, of a person too. */
export type AnyProblem = AuditSearchProblem | SearchProblem | 'nobody' | 'several';

export interface FieldsProps {
  readonly language: Language;
  readonly typed: Typed;
  readonly problems: Problems<AnyProblem>;
}

const REASONS = ['reasonMissing', 'reasonLong', 'reasonIdentity'] as const;
const TIMES = ['referenceWrong', 'fromWrong', 'untilWrong', 'orderWrong'] as const;
const OWN = ['groundMissing', 'nobody', 'several'] as const;

const isOf = <T extends string>(words: readonly T[], word: string): word is T =>
  words.some((each) => each === word);

/** Each message stands where its field comes from. */
export function say(problem: AnyProblem, language: Language): string {
  if (isOf(REASONS, problem)) return confirmTexts.in(language)(problem);
  if (isOf(TIMES, problem)) return trailTexts.in(language)(problem);
  if (isOf(OWN, problem)) return auditSearchTexts.in(language)(problem);
  return peopleTexts.in(language)(problem);
}

export const errorAt = ({ language, problems }: FieldsProps, field: string): string | undefined => {
  const problem = problems.at(field);
  return problem && say(problem, language);
};

/** Kind and time, which every search has. */
export function WhenFields(props: FieldsProps) {
  const { language, typed } = props;
  const t = trailTexts.in(language);
  return (
    <>
      <SelectField
        language={language}
        name="kind"
        label={t('kind')}
        optional
        value={typed.text('kind')}
        options={[
          { value: '', label: t('all') },
          ...TRAIL_KINDS.map((value) => ({ value, label: t(value) })),
        ]}
      />
      {(['from', 'until'] as const).map((name) => (
        <TextField
          key={name}
          language={language}
          name={name}
          type="date"
          label={t(name)}
          value={typed.text(name)}
          error={errorAt(props, name)}
          autocomplete="off"
        />
      ))}
    </>
  );
}

/** For whom and why, which every search has as well. */
export function WhyFields(props: FieldsProps) {
  const { language, typed } = props;
  const t = auditSearchTexts.in(language);
  return (
    <>
      <RadioGroup
        language={language}
        name="ground"
        label={t('ground')}
        value={typed.text('ground')}
        error={errorAt(props, 'ground')}
        options={GROUNDS.map((value) => ({ value, label: t(value) }))}
      />
      <TextAreaField
        language={language}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        value={typed.text('reason')}
        error={errorAt(props, 'reason')}
        prose
      />
    </>
  );
}
