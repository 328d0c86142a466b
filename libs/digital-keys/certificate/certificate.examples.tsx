import { minutes } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import type { CertificateProblem } from './certificate.js';
import { CertificateProvePage, type CertificateProveState } from './certificate.prove.page.js';

const example = (name: string, state: CertificateProveState): PageExample => ({
  name: `certificate/${name}`,
  render: (language) => <CertificateProvePage {...exampleAddresses(language, 'certificate')} state={state} />,
});

const problem = (of: CertificateProblem): PageExample =>
  example(of, { kind: 'ask-certificate', alreadySignedIn: false, problem: of });

export const certificateExamples: readonly PageExample[] = [
  example('credentials', { kind: 'ask-credentials' }),
  example('show', { kind: 'ask-certificate', alreadySignedIn: false }),
  example('show-after-step-up', { kind: 'ask-certificate', alreadySignedIn: true }),
  problem('no-certificate'),
  problem('cancelled'),
  problem('unreadable'),
  problem('unknown-authority'),
  problem('not-for-this-service'),
  problem('unsuitable'),
  problem('not-yet-valid'),
  problem('expired'),
  problem('not-registered'),
  problem('suspended'),
  problem('revoked'),
  problem('unknown-certificate'),
  problem('responder-down'),
  example('throttled', { kind: 'throttled', waitMs: minutes(15) }),
];
