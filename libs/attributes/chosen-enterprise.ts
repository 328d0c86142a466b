import {
  parseEnterpriseNumber,
  parseEstablishmentNumber,
  type EnterpriseNumber,
  type EstablishmentNumber,
} from '#libs/kernel';
import { isRecord } from './parsed.js';

/** The enterprise for which a person signs in, and where their role holds in one of its units only: that unit. */
export interface ChosenEnterprise {
  readonly number: EnterpriseNumber;
  readonly establishment?: EstablishmentNumber;
}

export const isSameChoice = (a: ChosenEnterprise, b: ChosenEnterprise): boolean =>
  a.number === b.number && a.establishment === b.establishment;

/** Reads `{number, establishment}`; `undefined` when none was chosen. */
export function chosenIn(value: unknown): ChosenEnterprise | 'malformed' | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) return 'malformed';
  const number = parseEnterpriseNumber(String(value['number']));
  if (number.kind === 'invalid') return 'malformed';
  if (value['establishment'] === undefined) return { number: number.number };
  const unit = parseEstablishmentNumber(String(value['establishment']));
  return unit.kind === 'valid' ? { number: number.number, establishment: unit.number } : 'malformed';
}
