import type { PageExample } from '#libs/ui';
import { setupExample } from '../life/setup.examples.js';
import { TotpSetupPage, type TotpSetupState } from './totp.manage.page.js';

const example = (name: string, state: TotpSetupState): PageExample =>
  setupExample('totp', name, (of) => <TotpSetupPage {...of} state={state} />);

const secret = 'EXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAM';

export const totpSetupExamples: readonly PageExample[] = [
  example('show', { kind: 'show', secret, link: `otpauth://totp/CSAM:lotte?secret=${secret}&issuer=CSAM` }),
  example('wrong', { kind: 'ask', problem: 'wrong', label: '' }),
];
