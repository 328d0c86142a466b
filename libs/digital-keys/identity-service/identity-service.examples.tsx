import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import { IdentityServicePage, type ServicePageProblem } from './identity-service.prove.page.js';

const example = (problem?: ServicePageProblem): PageExample => ({
  name: `itsme/${problem ?? 'go'}`,
  render: (language) => (
    <IdentityServicePage
      {...exampleAddresses(language, 'itsme')}
      kind="itsme"
      {...(problem && { problem })}
    />
  ),
});

export const identityServiceExamples: readonly PageExample[] = [
  example(),
  example('refused'),
  example('timed-out'),
  example('level-too-low'),
  example('not-verified'),
  example('no-number'),
  example('not-begun'),
  example('not-allowed'),
  example('unavailable'),
];
