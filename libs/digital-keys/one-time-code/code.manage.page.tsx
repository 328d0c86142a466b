import { Button, Buttons, CodeField, ErrorSummary, Form, Notice } from '#libs/ui';
import type { SetupAddresses } from '../life/manage.js';
import { SetupFrame } from '../life/setup-frame.js';
import { setupTexts } from '../life/setup.texts.js';
import type { CodeWords } from './code-words.js';
import { codeSetupTexts } from './code.manage.texts.js';

export type CodeSetupProblem =
  'missing' | 'wrong' | 'expired' | 'wait' | 'over' | 'nowhere' | 'down' | 'sim-changed';

export interface CodeSetupProps extends SetupAddresses {
  readonly words: CodeWords;
  readonly problem?: CodeSetupProblem | undefined;
}

const TYPED = ['missing', 'wrong', 'expired'] as const;
type TypedProblem = (typeof TYPED)[number];
type SendProblem = Exclude<CodeSetupProblem, TypedProblem>;

const isTyped = (problem: CodeSetupProblem): problem is TypedProblem => TYPED.some((one) => one === problem);

/** A code is on its way: type it. */
export function CodeSetupPage({ words, problem, ...of }: CodeSetupProps) {
  const { language } = of.frame;
  const t = codeSetupTexts.in(language);
  if (problem !== undefined && !isTyped(problem)) {
    const stops = problem !== 'wait';
    return (
      <SetupFrame of={of} title={t('title')} problem={stops}>
        <NotSent of={of} problem={problem} />
        {!stops && <TypeCode of={of} words={words} error={undefined} />}
      </SetupFrame>
    );
  }
  const error = problem && t(problem);
  return (
    <SetupFrame of={of} title={t('title')} problem={error !== undefined}>
      <ErrorSummary language={language} problems={error ? [{ field: 'code', message: error }] : []} />
      <TypeCode of={of} words={words} error={error} />
    </SetupFrame>
  );
}

function NotSent({ of, problem }: { readonly of: SetupAddresses; readonly problem: SendProblem }) {
  const t = codeSetupTexts.in(of.frame.language);
  return (
    <Notice kind={problem === 'wait' ? 'warning' : 'problem'} title={t(`${problem}-title`)}>
      <p>{t(problem)}</p>
    </Notice>
  );
}

interface TypeCodeProps {
  readonly of: SetupAddresses;
  readonly words: CodeWords;
  readonly error: string | undefined;
}

function TypeCode({ of, words, error }: TypeCodeProps) {
  const { language } = of.frame;
  return (
    <>
      <p class="lead">{words.sent}</p>
      <Form frame={of.frame} action={of.action}>
        <CodeField language={language} name="code" label={words.label} hint={words.hint} error={error} />
        <Buttons>
          <Button>{setupTexts.in(language)('activate')}</Button>
        </Buttons>
      </Form>
      <Form frame={of.frame} action={of.action} fields={{ again: 'yes' }}>
        <Button look="quiet">{codeSetupTexts.in(language)('again')}</Button>
      </Form>
    </>
  );
}
