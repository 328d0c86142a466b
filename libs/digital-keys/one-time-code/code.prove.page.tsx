import { Buttons, LinkButton, Notice, StepIndicator } from '#libs/ui';
import { formatDuration } from '#libs/texts';
import { CredentialsForm, CredentialsProblems } from '../password/credentials-form.js';
import type { FirstFactorState } from '../password/first-factor.js';
import { ProveFrame, Throttled, type ProveAddresses } from '../prove-frame.js';
import { proveTexts } from '../prove.texts.js';
import { AskCode, OfferCode, type AskCodeState, type OfferCodeState } from './code.form.js';
import type { CodeWords, WordsOf } from './code-words.js';
import { oneTimeCodeTexts } from './one-time-code.texts.js';

export type CodeProveState =
  | FirstFactorState
  | OfferCodeState
  | AskCodeState
  /** Too many wrong guesses in this login. */
  | { readonly kind: 'spent' }
  /** Too many codes were sent for this person, number or network. */
  | { readonly kind: 'capped'; readonly waitMs: number }
  /** Nothing can be sent now. */
  | { readonly kind: 'down' }
  /** The SIM card behind the number was changed lately. */
  | { readonly kind: 'sim-changed' };

export interface CodeProveProps extends ProveAddresses {
  readonly state: CodeProveState;
  readonly words: WordsOf;
}

/** User name and password first, unless already proven; then the code that was sent. */
export function CodeProvePage({ state, words, ...of }: CodeProveProps) {
  const said = words(of.frame.language, 'destination' in state ? state.destination : '');
  return (
    <ProveFrame of={of} title={said.title} problem={isProblem(state)}>
      <Content of={of} state={state} words={said} />
    </ProveFrame>
  );
}

function isProblem(state: CodeProveState): boolean {
  if (state.kind === 'ask-credentials' || state.kind === 'ask-code') return state.problem !== undefined;
  return state.kind !== 'offer';
}

interface ContentProps {
  readonly of: ProveAddresses;
  readonly state: CodeProveState;
  readonly words: CodeWords;
}

function Content({ of, state, words }: ContentProps) {
  switch (state.kind) {
    case 'ask-credentials':
      return <AskCredentials of={of} state={state} />;
    case 'offer':
      return <OfferCode of={of} state={state} words={words} />;
    case 'ask-code':
      return <AskCode of={of} state={state} words={words} />;
    case 'throttled':
      return <Throttled of={of} waitMs={state.waitMs} />;
    default:
      return <DeadEnd of={of} {...deadEnd(of, state, words)} />;
  }
}

type DeadEndState = Extract<CodeProveState, { kind: 'spent' | 'capped' | 'down' | 'sim-changed' }>;

function deadEnd(of: ProveAddresses, state: DeadEndState, words: CodeWords) {
  const { language } = of.frame;
  const t = oneTimeCodeTexts.in(language);
  switch (state.kind) {
    case 'spent':
      return { title: t('spentTitle'), text: t('spent') };
    case 'capped':
      return { title: t('cappedTitle'), text: t('capped', { wait: formatDuration(state.waitMs, language) }) };
    case 'down':
      return { title: words.downTitle, text: words.down };
    case 'sim-changed':
      return { title: words.simChangedTitle ?? words.downTitle, text: words.simChanged ?? words.down };
  }
}

/** This key does not open the service now; another one may. */
function DeadEnd({ of, title, text }: { of: ProveAddresses; title: string; text: string }) {
  return (
    <>
      <Notice kind="problem" title={title}>
        <p>{text}</p>
      </Notice>
      <Buttons>
        <LinkButton href={of.otherKeyHref}>{proveTexts.in(of.frame.language)('otherKey')}</LinkButton>
      </Buttons>
    </>
  );
}

function AskCredentials({
  of,
  state,
}: {
  of: ProveAddresses;
  state: Extract<FirstFactorState, { kind: 'ask-credentials' }>;
}) {
  const form = { frame: of.frame, action: of.action, username: state.username, problem: state.problem };
  return (
    <>
      <CredentialsProblems {...form} />
      <StepIndicator language={of.frame.language} step={1} steps={2} />
      <CredentialsForm {...form} codeFollows />
    </>
  );
}
