import type { PageExample } from '#libs/ui';
import { setupExample } from '../life/setup.examples.js';
import { textToSign } from './certificate-file.js';
import type { UploadProblem } from './certificate.upload.js';
import { CertificateFilePage, CertificateSignPage } from './certificate.upload.page.js';
import { CertificateSetupPage, type CertificateSetupState } from './certificate.manage.page.js';

const example = (name: string, state: CertificateSetupState): PageExample =>
  setupExample('certificate', name, (of) => <CertificateSetupPage {...of} state={state} />);

const file = (name: string, problem?: UploadProblem): PageExample =>
  setupExample('certificate', `file${name}`, (of) => <CertificateFilePage {...of} problem={problem} />);

const LOTTE = {
  holder: 'Lotte Voorbeeldmans',
  issuer: 'Example Trust Personal CA',
  notAfter: new Date('2028-05-01T10:00:00Z'),
};
const TEXT = textToSign('X6m1f5Qp0v9Hc2sKd7LrTz8aYwUe3bNgJiOoRtPqVx4');

export const certificateSetupExamples: readonly PageExample[] = [
  example('read', { kind: 'read', ...LOTTE }),
  example('revoked', { kind: 'refused', problem: 'revoked' }),
  example('already-registered', { kind: 'refused', problem: 'already-registered' }),
  example('too-often', { kind: 'refused', problem: 'too-often' }),
  file(''),
  file('-private-key', 'private-key'),
  file('-unsuitable', 'unsuitable'),
  setupExample('certificate', 'sign', (of) => <CertificateSignPage {...of} told={LOTTE} text={TEXT} />),
  setupExample('certificate', 'sign-wrong', (of) => (
    <CertificateSignPage
      {...of}
      told={LOTTE}
      text={TEXT}
      typed={{ problem: 'wrong-signature', label: 'Werk' }}
    />
  )),
];
