import { certificateName, fullName, type DemoPerson } from '#libs/testing';

/** One element of `/people.json`; a key is absent when the person lacks it. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly nationalNumber: string;
  readonly language: string;
  readonly username?: string;
  readonly password?: string;
  readonly totpSecret?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly token?: { readonly serial: string; readonly codes: readonly string[] };
  readonly eid?: { readonly pem: string; readonly p12: string };
  readonly certificate?: { readonly pem: string; readonly p12: string };
  readonly itsme?: { readonly phone: string };
  readonly roles: readonly string[];
  readonly enterprises: readonly {
    readonly number: string;
    readonly name: string;
    readonly function: string;
  }[];
}

/** Paths of a card's files on the sandbox. */
const cardFiles = (name: string) => ({ pem: `/cards/${name}.pem`, p12: `/cards/${name}.p12` });

export function personView(person: DemoPerson): PersonView {
  const { username, password, totpSecret, phone, email, token } = person;
  const itsme = person.keys.includes('itsme') && phone !== undefined ? { phone } : undefined;
  const eid = person.keys.includes('eid') ? cardFiles(person.id) : undefined;
  const certificate = person.keys.includes('certificate') ? cardFiles(certificateName(person.id)) : undefined;
  return {
    id: person.id,
    name: fullName(person),
    nationalNumber: person.nationalNumber,
    language: person.language,
    ...withoutAbsent({ username, password, totpSecret, phone, email, token, eid, certificate, itsme }),
    roles: person.roles,
    enterprises: person.enterprises
      .filter(({ until }) => until === undefined)
      .map(({ number, name, function: held }) => ({ number, name, function: held })),
  };
}

type Present<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

function withoutAbsent<T extends object>(fields: T): Present<T> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Present<T>;
}
