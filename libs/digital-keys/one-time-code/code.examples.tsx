import { hours, minutes, seconds } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import type { AskCodeState, CodeProblem } from './code.form.js';
import { CodeProvePage, type CodeProveState } from './code.prove.page.js';
import type { WordsOf } from './code-words.js';
import type { CodeChannelName } from './kept-code.js';

export interface ExampleWay {
  readonly key: CodeChannelName;
  readonly words: WordsOf;
  readonly destination: string;
}

/** Every state of the page on which a sent code is asked, for one way of sending. */
export function codeExamples({ key, words, destination }: ExampleWay): PageExample[] {
  const example = (name: string, state: CodeProveState): PageExample => ({
    name: `${key}/${name}`,
    render: (language) => <CodeProvePage {...exampleAddresses(language, key)} words={words} state={state} />,
  });
  const asked: AskCodeState = {
    kind: 'ask-code',
    destination,
    alreadySignedIn: false,
    slow: false,
    resend: { kind: 'open' },
  };
  const wait = { kind: 'wait', milliseconds: seconds(24) } as const;
  const problem = (name: CodeProblem): CodeProveState => ({ ...asked, problem: name });
  return [
    example('credentials', { kind: 'ask-credentials' }),
    example('offer', { kind: 'offer', destination, alreadySignedIn: true }),
    example('code', { ...asked, resend: wait }),
    example('code-after-step-up', { ...asked, alreadySignedIn: true }),
    example('code-slow', { ...asked, slow: true }),
    example('code-missing', problem('missing')),
    example('code-malformed', problem('malformed')),
    example('code-wrong', problem('wrong')),
    example('code-expired', problem('expired')),
    example('code-too-soon', { ...asked, resend: wait, problem: 'too-soon' }),
    example('code-no-more', { ...asked, resend: { kind: 'over' } }),
    example('spent', { kind: 'spent' }),
    example('capped', { kind: 'capped', waitMs: hours(3) }),
    example('down', { kind: 'down' }),
    example('throttled', { kind: 'throttled', waitMs: minutes(15) }),
  ];
}
