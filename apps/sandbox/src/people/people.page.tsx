import type { ComponentChildren } from 'preact';
import { CopyButton, DataTable, SummaryList, type SummaryItem } from '#libs/ui';
import {
  certificateName,
  fullName,
  P12_PASSWORD,
  totpCode,
  totpSecondsLeft,
  type DemoPerson,
} from '#libs/testing';
import { SandboxPage } from '../shell/sandbox-page.js';

export function PeoplePage({ people }: { people: readonly DemoPerson[] }) {
  return (
    <SandboxPage title="People">
      <h1>People</h1>
      <p class="lead">Everyone in this world is invented. Their secrets were made on this machine.</p>
      <DataTable
        caption="People of the sandbox"
        columns={[
          { heading: 'Name' },
          { heading: 'Username' },
          { heading: 'Keys' },
          { heading: 'What is special' },
        ]}
        rows={people.map((person) => [
          <a href={`/people/${person.id}`}>{fullName(person)}</a>,
          person.username ?? '',
          person.keys.join(', ') || 'none',
          person.quirk,
        ])}
      />
      <p class="soft small">
        For programs: <a href="/people.json">/people.json</a>
      </p>
    </SandboxPage>
  );
}

export function PersonPage({ person, now }: { person: DemoPerson; now: Date }) {
  return (
    <SandboxPage title={fullName(person)}>
      <h1>{fullName(person)}</h1>
      <p class="lead">{person.quirk}</p>
      <SummaryList items={[...identityOf(person), ...signInOf(person, now), ...placesOf(person)]} />
      {person.token && <TokenCard card={person.token} />}
      <p>
        <a href="/people">All people</a>
      </p>
    </SandboxPage>
  );
}

function Copied({ value, children }: { value: string; children?: ComponentChildren }) {
  return (
    <>
      <code>{value}</code> {children} <CopyButton language="en" value={value} />
    </>
  );
}

/** A line with a copy button, or none when the person lacks it. */
const copied = (label: string, value: string | undefined): SummaryItem[] =>
  value === undefined ? [] : [{ label, value: <Copied value={value} /> }];

function identityOf(person: DemoPerson): SummaryItem[] {
  return [
    ...copied('National or BIS number', person.nationalNumber),
    ...person.formerNumbers.map((number) => ({ label: 'Former number', value: <Copied value={number} /> })),
    { label: 'Born', value: person.birthDate },
    { label: 'State in the register', value: person.state },
    { label: 'Language', value: person.language },
    { label: 'Enrolled by', value: person.enrolment ?? 'nobody yet' },
  ];
}

function signInOf(person: DemoPerson, now: Date): SummaryItem[] {
  return [
    { label: 'Keys', value: person.keys.join(', ') || 'none' },
    ...copied('Username', person.username),
    ...copied('Password', person.password),
    ...(person.totpSecret === undefined ? [] : totpOf(person.totpSecret, now)),
    ...copied('Telephone', person.phone),
    ...copied('E-mail', person.email),
    ...(person.keys.includes('eid') ? [cardFiles('Identity card', person.id)] : []),
    ...(person.keys.includes('certificate') ? [cardFiles('Certificate', certificateName(person.id))] : []),
  ];
}

const cardFiles = (label: string, name: string): SummaryItem => ({
  label,
  value: (
    <>
      <a href={`/cards/${name}.p12`}>p12</a> (password <code>{P12_PASSWORD}</code>),{' '}
      <a href={`/cards/${name}.pem`}>pem</a>, <a href="/cards">all cards</a>
    </>
  ),
});

function totpOf(secret: string, now: Date): SummaryItem[] {
  return [
    {
      label: 'Code from the app, now',
      value: (
        <Copied value={totpCode(secret, now)}>
          <span class="soft">
            {totpSecondsLeft(now)} seconds left, <a href="">show the next</a>
          </span>
        </Copied>
      ),
    },
    { label: 'Secret of the app', value: <Copied value={secret} /> },
  ];
}

function placesOf(person: DemoPerson): SummaryItem[] {
  return [
    { label: 'Roles', value: person.roles.join(', ') },
    ...person.enterprises.map(({ number, name, function: role }) => ({
      label: 'Enterprise',
      value: `${name} (${number}), ${role}`,
    })),
  ];
}

function TokenCard({ card }: { card: NonNullable<DemoPerson['token']> }) {
  return (
    <DataTable
      caption={`Card with codes, serial ${card.serial}`}
      columns={[{ heading: 'Position' }, { heading: 'Code' }]}
      rows={card.codes.map((code, index) => [index + 1, <code>{code}</code>])}
    />
  );
}
