import type { VNode } from 'preact';
import { exampleKeysFrame, type PageExample, type PageFrame } from '#libs/ui';
import { RecoverPage } from './recover.page.js';
import type { RecoverView } from './recover-view.js';
import { RecoveryAdvicePage, RecoveryMailPage, RecoveryStartPage } from './recovery.pages.js';

const example = (name: string, page: (frame: PageFrame) => VNode): PageExample => ({
  name: `recovery/${name}`,
  render: (language) => page(exampleKeysFrame(language)),
});

const step = (name: string, view: RecoverView): PageExample =>
  example(name, (frame) => <RecoverPage frame={frame} base="/recover/x" view={view} />);

const prove = { kind: 'prove', others: true, sent: false } as const;

export const recoveryExamples: readonly PageExample[] = [
  example('start', (frame) => <RecoveryStartPage frame={frame} />),
  example('mail', (frame) => <RecoveryMailPage frame={frame} state={{ kind: 'ask' }} />),
  example('mail-wrong', (frame) => (
    <RecoveryMailPage frame={frame} state={{ kind: 'ask', problem: true, typed: 'lotte' }} />
  )),
  example('sent', (frame) => <RecoveryMailPage frame={frame} state={{ kind: 'sent' }} />),
  example('lost', (frame) => <RecoveryAdvicePage frame={frame} about="lost" />),
  example('office', (frame) => <RecoveryAdvicePage frame={frame} about="office" />),
  ...(['over', 'asked', 'elsewhere', 'link-alone', 'done'] as const).map((kind) => step(kind, { kind })),
  step('resting', { kind: 'resting', ripeAt: new Date('2026-03-03T09:12:00Z') }),
  step('choose', { kind: 'choose', proofs: ['totp', 'sms'] }),
  step('totp', { ...prove, proof: 'totp', problem: 'wrong' }),
  step('token', { ...prove, proof: 'token', position: 7, others: false }),
  step('sms-send', { ...prove, proof: 'sms' }),
  step('sms-code', { ...prove, proof: 'sms', sent: true }),
  step('locked', { ...prove, proof: 'totp', problem: 'locked' }),
];
