import type { PageExample } from '#libs/ui';
import { setupExample } from '../life/setup.examples.js';
import { PasskeySetupPage, type PasskeySetupProblem } from './passkey.manage.page.js';
import type { PasskeyCreation } from './passkey.service.js';

const creation: PasskeyCreation = {
  challenge: 'AAAA',
  rp: { id: 'localhost', name: 'CSAM' },
  user: { id: 'AAAA', name: 'lotte', displayName: 'lotte' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 300_000,
  attestation: 'none',
  authenticatorSelection: {
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'required',
  },
  excludeCredentials: [],
};

const example = (name: string, problem?: PasskeySetupProblem): PageExample =>
  setupExample('passkey', name, (of) => <PasskeySetupPage {...of} creation={creation} problem={problem} />);

export const passkeySetupExamples: readonly PageExample[] = [
  example('make'),
  example('no-script', 'no-script'),
  example('expired', 'expired'),
  example('exists', 'exists'),
  example('not-accepted', 'not-accepted'),
];
