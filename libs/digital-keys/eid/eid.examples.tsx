import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import { EidProvePage, type EidProveProblem } from './eid.prove.page.js';

const example = (problem?: EidProveProblem): PageExample => ({
  name: `eid/${problem ?? 'read'}`,
  render: (language) => <EidProvePage {...exampleAddresses(language, 'eid')} {...(problem && { problem })} />,
});

export const eidExamples: readonly PageExample[] = [
  example(),
  example('no-card'),
  example('cancelled'),
  example('unknown-authority'),
  example('wrong-certificate'),
  example('not-yet-valid'),
  example('expired'),
  example('revoked'),
  example('unknown-card'),
  example('responder-down'),
  example('unreadable'),
  example('not-allowed'),
];
