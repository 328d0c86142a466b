import { exampleFrame } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { CardReportPage } from './card-report.page.js';
import type { CardTestView, CertificateView } from './card-test-view.js';
import { CardTestPage } from './card-test.page.js';

const certificate: CertificateView = {
  name: 'Lotte Voorbeeldmans (Authentication)',
  issuer: 'Citizen CA',
  serialNumber: '4c f2 5e fe f8 1f be 22 df 5a 2c cb 8f 50 5d bb',
  from: new Date('2024-02-01T09:00:00Z'),
  until: new Date('2034-02-01T09:00:00Z'),
  key: 'EC secp384r1',
  purpose: 'authentication',
};

const testedAt = new Date('2026-11-22T13:05:00Z');
const authorities = [
  { name: 'Citizen CA', until: new Date('2036-01-01T12:00:00Z') },
  { name: 'Example Root CA', until: new Date('2040-01-01T12:00:00Z') },
];
const asOf = new Date('2026-11-22T13:04:00Z');

const example = (name: string, view: Omit<CardTestView, 'testedAt'>): PageExample => ({
  name: `card-test/${name}`,
  render: (language) => (
    <CardReportPage frame={exampleFrame(language)} view={{ ...view, testedAt }} reference="7K3F-9QXM" />
  ),
});

export const cardTestExamples: readonly PageExample[] = [
  { name: 'card-test/start', render: (language) => <CardTestPage frame={exampleFrame(language)} /> },
  example('works', {
    outcome: { kind: 'valid', name: 'Lotte Voorbeeldmans', number: '90.02.14-***.**' },
    certificate,
    authorities,
    revocation: { kind: 'good', source: 'ocsp', asOf },
  }),
  example('works-by-list', {
    outcome: { kind: 'valid', name: 'Lotte Voorbeeldmans', number: '90.02.14-***.**' },
    certificate,
    authorities,
    revocation: { kind: 'good', source: 'crl', asOf },
  }),
  example('no-card', { outcome: { kind: 'refused', problem: 'no-card' }, authorities: [] }),
  example('revoked', {
    outcome: { kind: 'refused', problem: 'revoked' },
    certificate,
    authorities,
    revocation: { kind: 'revoked', source: 'ocsp', at: new Date('2026-10-01T08:00:00Z') },
  }),
  example('unknown-card', {
    outcome: { kind: 'refused', problem: 'unknown-card' },
    certificate,
    authorities,
    revocation: { kind: 'unknown' },
  }),
  example('responder-down', {
    outcome: { kind: 'refused', problem: 'responder-down' },
    certificate,
    authorities,
    revocation: { kind: 'unavailable', reasons: [] },
  }),
  example('wrong-certificate', {
    outcome: { kind: 'refused', problem: 'wrong-certificate' },
    certificate: { ...certificate, name: 'Lotte Voorbeeldmans (Signature)', purpose: 'signature' },
    authorities,
  }),
  example('unknown-authority', {
    outcome: { kind: 'refused', problem: 'unknown-authority' },
    certificate: { ...certificate, issuer: 'Example Bank CA' },
    authorities: [],
  }),
];
