import { inventedEnterprises, type OpenDataEnterprise } from './open-data/open-data.js';

export const BAKERY = {
  number: '0999900150',
  name: 'Bakkerij De Verzonnen Kruimel BV',
  establishments: [{ number: '2999900192', name: 'Kruimel aan zee' }],
} as const satisfies OpenDataEnterprise;
export const LAUNDRY = { number: '0999900249', name: 'Wasserij Schuim en Fantasie CV' } as const;
export const KITE_CLUB = {
  number: '0999900348',
  name: 'Vliegerclub Nergens VZW',
  nameFr: 'Club de cerfs-volants de Nulle Part ASBL',
} as const;

/** A public body that does not use CSAM yet. */
export const TOWN = {
  number: '0999900447',
  name: 'Gemeente Nergenshuizen',
  nameFr: 'Commune de Maisons-Nulle-Part',
} as const satisfies OpenDataEnterprise;

/** Clients of somebody who keeps books for many. */
export const CLIENTS: readonly OpenDataEnterprise[] = [...inventedEnterprises(24)];

/** The enterprises of the demo, as the KBO has them. */
export const INVENTED_ENTERPRISES: readonly OpenDataEnterprise[] = [
  BAKERY,
  LAUNDRY,
  KITE_CLUB,
  TOWN,
  ...CLIENTS,
];

/** What people.json and pages say of an enterprise. */
export const named = ({ number, name }: OpenDataEnterprise): { number: string; name: string } => ({
  number,
  name,
});
