import { minutes } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import { PasskeyProvePage, type PasskeyProveState } from './passkey.prove.page.js';

const request = {
  challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  rpId: 'localhost',
  timeout: minutes(5),
  userVerification: 'required',
  allowCredentials: [],
} as const;

const example = (name: string, state: PasskeyProveState): PageExample => ({
  name: `passkey/${name}`,
  render: (language) => <PasskeyProvePage {...exampleAddresses(language, 'passkey')} state={state} />,
});

export const passkeyExamples: readonly PageExample[] = [
  example('ask', { kind: 'ask', request }),
  example('named', { kind: 'ask', request, username: 'lotte.voorbeeldmans' }),
  example('missing-username', { kind: 'ask', request, problem: 'missing-username' }),
  example('expired', { kind: 'ask', request, problem: 'expired' }),
  example('not-accepted', { kind: 'ask', request, problem: 'not-accepted' }),
  example('no-script', { kind: 'ask', request, problem: 'no-script' }),
  example('suspended', { kind: 'suspended', copied: false }),
  example('copied', { kind: 'suspended', copied: true }),
  example('throttled', { kind: 'throttled', waitMs: minutes(15) }),
];
