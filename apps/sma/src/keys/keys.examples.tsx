import type { DigitalKey } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import { exampleKeysFrame, type PageExample, type PageFrame } from '#libs/ui';
import type { VNode } from 'preact';
import { ConfirmKeyActionPage } from './confirm-action.page.js';
import { KeyPage } from './key.page.js';
import { NewKeysPage } from './new-keys.page.js';
import { RenameKeyPage } from './rename-key.page.js';
import { SetupIntroPage } from './setup-intro.page.js';

const totp: DigitalKey = {
  id: 'one',
  fedId: '0'.repeat(40) as FedId,
  kind: 'totp',
  state: 'active',
  enrolment: 'eid',
  label: 'Nokia 3310',
  createdAt: new Date('2026-03-02T09:15:00Z'),
};
const { label: _, ...unnamed } = totp;
const password: DigitalKey = { ...unnamed, id: 'two', kind: 'password' };
const expiring: DigitalKey = {
  ...totp,
  id: 'four',
  kind: 'certificate',
  label: 'W'.repeat(60),
  expiresAt: new Date('2027-05-01T10:00:00Z'),
};
const card: DigitalKey = { ...unnamed, id: 'three', kind: 'eid' };

const example = (name: string, page: (frame: PageFrame) => VNode): PageExample => ({
  name: `keys/${name}`,
  render: (language) => page(exampleKeysFrame(language)),
});

export const keysExamples: readonly PageExample[] = [
  example('activated', (frame) => (
    <KeyPage frame={frame} own={totp} actions={['rename', 'suspend', 'revoke']} done="activated" told />
  )),
  example('suspended', (frame) => (
    <KeyPage frame={frame} own={{ ...totp, state: 'suspended' }} actions={['resume', 'revoke']} told />
  )),
  example('password', (frame) => (
    <KeyPage frame={frame} own={password} actions={['replace', 'suspend', 'revoke']} done="replaced" told />
  )),
  example('ends-by-itself', (frame) => (
    <KeyPage
      frame={frame}
      own={expiring}
      actions={['rename', 'revoke']}
      certificate={{ holder: 'Lotte Voorbeeldmans', issuer: 'Example Trust Personal CA' }}
      done="resumed"
      told={false}
    />
  )),
  example('card', (frame) => <KeyPage frame={frame} own={card} actions={[]} told />),
  example('rename', (frame) => <RenameKeyPage frame={frame} own={totp} />),
  example('suspend', (frame) => (
    <ConfirmKeyActionPage frame={frame} own={totp} action="suspend" also={[]} last />
  )),
  example('revoke-last', (frame) => (
    <ConfirmKeyActionPage frame={frame} own={totp} action="revoke" also={[]} last unsaid />
  )),
  example('resume', (frame) => (
    <ConfirmKeyActionPage frame={frame} own={totp} action="resume" also={[]} last={false} />
  )),
  example('revoke', (frame) => (
    <ConfirmKeyActionPage frame={frame} own={password} action="revoke" also={[totp]} last={false} />
  )),
  example('new', (frame) => (
    <NewKeysPage
      frame={frame}
      offers={[
        { kind: 'totp', enough: false, stepUp: true },
        { kind: 'token', enough: false, stepUp: false },
        { kind: 'password', enough: true, stepUp: false },
      ]}
    />
  )),
  example('setup', (frame) => <SetupIntroPage frame={frame} kind="totp" missing={[]} replaces={false} />),
  example('setup-certificate', (frame) => (
    <SetupIntroPage frame={frame} kind="certificate" missing={[]} replaces={false} />
  )),
  example('setup-missing', (frame) => (
    <SetupIntroPage frame={frame} kind="sms" missing={['agreement', 'password', 'phone']} replaces={false} />
  )),
  example('replace', (frame) => <SetupIntroPage frame={frame} kind="token" missing={[]} replaces />),
];
