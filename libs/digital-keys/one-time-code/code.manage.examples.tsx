import type { PageExample } from '#libs/ui';
import { exampleSetup } from '../life/setup.examples.js';
import { emailWords } from '../email/email.words.js';
import { smsWords } from '../sms/sms.words.js';
import { CodeSetupPage, type CodeSetupProblem } from './code.manage.page.js';

const example = (kind: 'sms' | 'email', problem?: CodeSetupProblem): PageExample => ({
  name: `setup/${kind}-${problem ?? 'sent'}`,
  render: (language) => {
    const words =
      kind === 'sms' ? smsWords(language, '+32 4•• •• •• 01') : emailWords(language, 'l•••e@p•••.be');
    return <CodeSetupPage {...exampleSetup(language, kind)} words={words} problem={problem} />;
  },
});

export const codeSetupExamples: readonly PageExample[] = [
  example('sms'),
  example('email'),
  ...(['missing', 'wrong', 'expired', 'wait', 'over', 'nowhere', 'down', 'sim-changed'] as const).map(
    (problem) => example('sms', problem),
  ),
];
