import { minutes } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import { TokenProvePage, type TokenProveState } from './token.prove.page.js';

const example = (name: string, state: TokenProveState): PageExample => ({
  name: `token/${name}`,
  render: (language) => <TokenProvePage {...exampleAddresses(language, 'token')} state={state} />,
});

export const tokenExamples: readonly PageExample[] = [
  example('credentials', { kind: 'ask-credentials' }),
  example('code', { kind: 'ask-code', position: 13, alreadySignedIn: false }),
  example('code-after-step-up', { kind: 'ask-code', position: 13, alreadySignedIn: true }),
  example('code-wrong', { kind: 'ask-code', position: 13, alreadySignedIn: false, problem: 'wrong' }),
  example('throttled', { kind: 'throttled', waitMs: minutes(15) }),
];
