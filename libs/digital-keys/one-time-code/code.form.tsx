import { formatDuration } from '#libs/texts';
import { Button, Buttons, CodeField, ErrorSummary, Form, Notice, StepIndicator } from '#libs/ui';
import type { ProveAddresses } from '../prove-frame.js';
import type { CodeWords } from './code-words.js';
import type { Resend } from './one-time-code.js';
import { oneTimeCodeTexts } from './one-time-code.texts.js';

interface SecondStep {
  /** Masked. */
  readonly destination: string;
  /** The first factor was proven earlier, not in this login. */
  readonly alreadySignedIn: boolean;
}

/** Nothing was sent yet: sending is the person's own decision, never that of a link. */
export interface OfferCodeState extends SecondStep {
  readonly kind: 'offer';
}

export type CodeProblem = 'missing' | 'malformed' | 'wrong' | 'expired' | 'too-soon';

export interface AskCodeState extends SecondStep {
  readonly kind: 'ask-code';
  readonly resend: Resend;
  /** The centre or relay did not confirm the message in time. */
  readonly slow: boolean;
  readonly problem?: CodeProblem;
}

interface In<State> {
  readonly of: ProveAddresses;
  readonly state: State;
  readonly words: CodeWords;
}

/** Any value will do: the button says what it is about. */
const RESEND = { name: 'resend', value: '1' };

export function OfferCode({ of, state, words }: In<OfferCodeState>) {
  return (
    <>
      <WhereWeAre of={of} state={state} words={words} />
      <p>{words.offer}</p>
      <Form frame={of.frame} action={of.action}>
        <Buttons>
          <Button {...RESEND}>{words.send}</Button>
        </Buttons>
      </Form>
      {words.weakness && <p class="soft small">{words.weakness}</p>}
    </>
  );
}

export function AskCode({ of, state, words }: In<AskCodeState>) {
  const { language } = of.frame;
  const t = oneTimeCodeTexts.in(language);
  const { problem, slow, resend } = state;
  const message = problem === undefined || problem === 'too-soon' ? undefined : t(problem);
  return (
    <>
      <ErrorSummary language={language} problems={message ? [{ field: 'code', message }] : []} />
      <WhereWeAre of={of} state={state} words={words} />
      {message === undefined && <WhatWasSent slow={slow} words={words} />}
      {problem === 'too-soon' && resend.kind === 'wait' && (
        <Notice kind="problem" title={t('tooSoonTitle')}>
          <p>{t('tooSoon', { wait: formatDuration(resend.milliseconds, language) })}</p>
        </Notice>
      )}
      <Form frame={of.frame} action={of.action}>
        <CodeField language={language} name="code" label={words.label} hint={words.hint} error={message} />
        <Buttons>
          <Button>{t('submit')}</Button>
          {resend.kind !== 'over' && (
            <Button look="secondary" {...RESEND}>
              {t('resend')}
            </Button>
          )}
        </Buttons>
      </Form>
      <Nothing of={of} state={state} words={words} />
    </>
  );
}

function WhatWasSent({ slow, words }: { slow: boolean; words: CodeWords }) {
  return slow ? (
    <Notice kind="warning" title={words.slowTitle}>
      <p>{words.slow}</p>
    </Notice>
  ) : (
    <Notice kind="success">
      <p>{words.sent}</p>
    </Notice>
  );
}

function WhereWeAre({ of, state, words }: In<SecondStep>) {
  return state.alreadySignedIn ? (
    <p class="lead">{words.alreadyProven}</p>
  ) : (
    <StepIndicator language={of.frame.language} step={2} steps={2} />
  );
}

/** What to do when nothing comes. */
function Nothing({ of, state: { resend, problem }, words }: In<AskCodeState>) {
  const { language } = of.frame;
  const t = oneTimeCodeTexts.in(language);
  return (
    <Notice title={words.nothingTitle}>
      <p>{words.nothing}</p>
      {resend.kind === 'wait' && problem !== 'too-soon' && (
        <p>{t('tooSoon', { wait: formatDuration(resend.milliseconds, language) })}</p>
      )}
      <p>{resend.kind === 'over' ? t('resendOver') : t('newestOnly')}</p>
      {words.weakness && <p>{words.weakness}</p>}
    </Notice>
  );
}
