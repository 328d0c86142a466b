import type { PageExample } from '#libs/ui';
import { setupExample } from '../life/setup.examples.js';
import { CertificateSetupPage, type CertificateSetupState } from './certificate.manage.page.js';

const example = (name: string, state: CertificateSetupState): PageExample =>
  setupExample('certificate', name, (of) => <CertificateSetupPage {...of} state={state} />);

export const certificateSetupExamples: readonly PageExample[] = [
  example('read', {
    kind: 'read',
    holder: 'Lotte Voorbeeldmans',
    issuer: 'Example Trust Personal CA',
    notAfter: new Date('2028-05-01T10:00:00Z'),
  }),
  example('revoked', { kind: 'refused', problem: 'revoked' }),
  example('already-registered', { kind: 'refused', problem: 'already-registered' }),
  example('too-often', { kind: 'refused', problem: 'too-often' }),
];
