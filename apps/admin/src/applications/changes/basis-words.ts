import { AgenciesStore } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { Language } from '#libs/kernel';
import { formatDate, labelled } from '#libs/texts';
import { basesTexts } from '../../agencies/bases.texts.js';
import type { Words } from '../../approvals/change-kind.js';
import type { DossierDetails } from '../dossier/dossier.js';

/** The legal bases that services lean on, each by kind, reference and end. */
export async function basisWords(
  database: Queryable,
  states: readonly { readonly details: DossierDetails }[],
  language: Language,
): Promise<Words> {
  const ids = states.flatMap(({ details: { authorisation } }) => authorisation ?? []);
  const bases = await new AgenciesStore(database).legalBasesById(ids);
  const t = basesTexts.in(language);
  return new Map(
    bases.map(({ id, kind, reference, validUntil }) => {
      const end =
        validUntil === undefined
          ? ''
          : `, ${t('until', { end: formatDate(new Date(validUntil), language) })}`;
      return [id, `${labelled(t(kind), reference, language)}${end}`];
    }),
  );
}
