import { minutes } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import { TotpProvePage } from './totp.prove.page.js';
import type { TotpProveState } from './totp.prove.page.js';

const example = (name: string, state: TotpProveState): PageExample => ({
  name: `totp/${name}`,
  render: (language) => <TotpProvePage {...exampleAddresses(language, 'totp')} state={state} />,
});

export const totpExamples: readonly PageExample[] = [
  example('credentials', { kind: 'ask-credentials' }),
  example('credentials-wrong', { kind: 'ask-credentials', problem: 'wrong', username: 'lotte' }),
  example('code', { kind: 'ask-code', alreadySignedIn: false }),
  example('code-after-step-up', { kind: 'ask-code', alreadySignedIn: true }),
  example('code-missing', { kind: 'ask-code', alreadySignedIn: false, problem: 'missing' }),
  example('code-wrong', { kind: 'ask-code', alreadySignedIn: false, problem: 'wrong' }),
  example('code-reused', { kind: 'ask-code', alreadySignedIn: true, problem: 'reused' }),
  example('throttled', { kind: 'throttled', waitMs: minutes(15) }),
];
