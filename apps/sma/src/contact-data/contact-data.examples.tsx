import type { OwnContact } from '#libs/people';
import { exampleKeysFrame, type PageExample, type PageFrame } from '#libs/ui';
import type { VNode } from 'preact';
import { AddContactPage } from './add-contact.page.js';
import { ConfirmAddressPage } from './confirm-address.page.js';
import { ConfirmContactPage } from './confirm-contact.page.js';
import { ContactDataPage } from './contact-data.page.js';
import { RemoveContactPage } from './remove-contact.page.js';

const contact = (id: string, changes: Partial<OwnContact>): OwnContact => ({
  id,
  kind: 'mail',
  value: 'lotte@people.example',
  primary: false,
  verified: true,
  usableFrom: new Date('2026-03-02'),
  ...changes,
});
const contacts = [
  contact('1', { primary: true }),
  contact('2', { value: 'lotte.op.het.werk@agency.example' }),
  contact('3', { kind: 'phone', value: '+32460000099', primary: true, usableFrom: new Date('2126-03-02') }),
];

const example = (name: string, page: (frame: PageFrame) => VNode): PageExample => ({
  name: `contact/${name}`,
  render: (language) => page(exampleKeysFrame(language)),
});

export const contactDataExamples: readonly PageExample[] = [
  example('data', (frame) => (
    <ContactDataPage frame={frame} contacts={contacts} pending={[]} language="fr" done="confirmed" />
  )),
  example('nothing', (frame) => (
    <ContactDataPage frame={frame} contacts={[]} pending={[]} language={undefined} />
  )),
  example('add-mail', (frame) => <AddContactPage frame={frame} kind="mail" rests={false} />),
  example('add-phone', (frame) => (
    <AddContactPage frame={frame} kind="phone" rests typed="02 555 55 55" problem="form" />
  )),
  example('confirm-mail', (frame) => (
    <ConfirmContactPage frame={frame} kind="mail" value="lotte@people.example" />
  )),
  example('confirm-phone', (frame) => (
    <ConfirmContactPage frame={frame} kind="phone" value="+32460000099" problem="wrong" />
  )),
  example('remove', (frame) => <RemoveContactPage frame={frame} contact={contact('1', {})} />),
  example('stays', (frame) => (
    <RemoveContactPage frame={frame} contact={contact('1', {})} stays="email-key" />
  )),
  ...(['ask', 'done', 'dead', 'taken'] as const).map((state) =>
    example(`link-${state}`, (frame) => <ConfirmAddressPage frame={frame} state={state} action="/x" />),
  ),
];
