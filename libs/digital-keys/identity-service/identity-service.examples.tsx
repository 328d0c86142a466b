import type { KeyKind } from '#libs/loa';
import type { PageExample } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import { IdentityServicePage, type ServicePageProblem } from './identity-service.prove.page.js';

const example = (problem?: ServicePageProblem, kind: KeyKind = 'itsme'): PageExample => ({
  name: `${kind}/${problem ?? 'go'}`,
  render: (language) => (
    <IdentityServicePage {...exampleAddresses(language, kind)} kind={kind} {...(problem && { problem })} />
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
  example(undefined, 'eidas'),
  example('refused', 'eidas'),
  example('timed-out', 'eidas'),
  example('level-too-low', 'eidas'),
  example('not-verified', 'eidas'),
  example('no-number', 'eidas'),
  example('not-begun', 'eidas'),
  example('not-allowed', 'eidas'),
  example('unavailable', 'eidas'),
];
