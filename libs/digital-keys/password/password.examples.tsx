import { minutes } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { FOR_GOOD } from '../guess-count.js';
import { exampleAddresses } from '../prove.examples.js';
import { PasswordProvePage } from './password.prove.page.js';
import type { PasswordProveState } from './password.prove.page.js';

const example = (name: string, state: PasswordProveState): PageExample => ({
  name: `password/${name}`,
  render: (language) => <PasswordProvePage {...exampleAddresses(language, 'password')} state={state} />,
});

export const passwordExamples: readonly PageExample[] = [
  example('ask', { kind: 'ask' }),
  example('missing', { kind: 'ask', problem: 'missing-both' }),
  example('wrong', { kind: 'ask', problem: 'wrong', username: 'lotte.voorbeeldmans' }),
  example('throttled', { kind: 'throttled', waitMs: minutes(15) }),
  example('stopped', { kind: 'throttled', waitMs: FOR_GOOD }),
];
