import type { EnterpriseOption } from '#libs/attributes';
import type { EnterprisesStore } from '#libs/enterprises';
import type { Language } from '#libs/kernel';
import type { HeldMandate } from '../sources/mandates/mandate.js';

/** What a person can choose from: each enterprise or unit once, with the names that the public data has. */
export class EnterpriseOptions {
  constructor(private readonly enterprises: EnterprisesStore) {}

  async of(mandates: readonly HeldMandate[], language: Language): Promise<EnterpriseOption[]> {
    const grouped = groups(mandates);
    const numbers = [...new Set(mandates.map(({ enterprise }) => enterprise))];
    const units = mandates.flatMap(({ establishment }) => establishment ?? []);
    const [enterprises, establishments] = await Promise.all([
      numbers.length === 0 ? [] : this.enterprises.find(numbers, language),
      units.length === 0 ? [] : this.enterprises.findEstablishments(units, language),
    ]);
    const options = [...grouped.values()].map((held): EnterpriseOption => {
      const [{ enterprise, establishment }] = held;
      const unit = establishments.find(({ number }) => number === establishment);
      return {
        number: enterprise,
        ...(establishment !== undefined && { establishment }),
        name: enterprises.find(({ number }) => number === enterprise)?.name,
        establishmentName: unit?.name ?? unit?.municipality,
        mandates: held.map(({ kind, name }) => ({ kind, name })),
      };
    });
    return options.toSorted((a, b) => (a.name ?? a.number).localeCompare(b.name ?? b.number, language));
  }
}

type Group = [HeldMandate, ...HeldMandate[]];

function groups(mandates: readonly HeldMandate[]): Map<string, Group> {
  const found = new Map<string, Group>();
  for (const mandate of mandates) {
    const key = `${mandate.enterprise}/${mandate.establishment ?? ''}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [mandate]);
    else group.push(mandate);
  }
  return found;
}
