import { stack } from './stack.js';

export type PersonRole =
  | 'citizen'
  | 'agency-manager'
  | 'service-desk'
  | 'service-desk-approver'
  | 'operations'
  | 'lra-officer'
  | 'auditor';

/** An invented person as the sandbox's people.json tells; what a person does not have is absent. */
export interface SandboxPerson {
  readonly id: string;
  readonly name: string;
  readonly nationalNumber: string;
  readonly language: 'nl' | 'fr' | 'de' | 'en';
  readonly username?: string;
  readonly password?: string;
  readonly totpSecret?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly token?: { readonly serial: string; readonly codes: readonly string[] };
  readonly eid?: { readonly pem: string; readonly p12: string };
  readonly certificate?: { readonly pem: string; readonly p12: string };
  readonly itsme?: { readonly phone: string };
  readonly roles: readonly PersonRole[];
  readonly enterprises: readonly {
    readonly number: string;
    readonly name: string;
    readonly function: string;
  }[];
}

/** Everybody in the sandbox, with their passwords and secrets. */
export async function people(sandbox = stack().addresses.sandbox): Promise<readonly SandboxPerson[]> {
  const response = await fetch(`${sandbox}/people.json`);
  if (!response.ok) throw new Error(`${sandbox}/people.json answered ${response.status}`);
  return (await response.json()) as readonly SandboxPerson[];
}

/** The person with this id. */
export async function person(id: string): Promise<SandboxPerson> {
  const everybody = await people();
  const found = everybody.find((candidate) => candidate.id === id);
  if (found === undefined) {
    throw new Error(`Nobody is called ${id}; there are ${everybody.map((one) => one.id).join(', ')}`);
  }
  return found;
}
