import type { Right } from '#libs/staff';

/** The parts of the administration, in the order of the navigation; each is seen by who holds one of its rights. */
const SECTIONS = [
  { id: 'account', href: '/account', rights: [] },
  { id: 'service-desk', href: '/service-desk', rights: ['person.read'] },
  { id: 'requests', href: '/requests', rights: ['request.read'] },
  { id: 'stop-applications', href: '/service-desk/applications', rights: ['agency.suspend'] },
  { id: 'registration', href: '/registration', rights: ['registration.read'] },
  { id: 'reports', href: '/reports', rights: ['report.read'] },
  { id: 'audit', href: '/audit', rights: ['audit.read'] },
  { id: 'operations', href: '/operations', rights: ['operations.read'] },
  { id: 'agencies', href: '/agencies', rights: ['agency.read'] },
  { id: 'join', href: '/join', rights: [] },
] as const satisfies readonly {
  readonly id: string;
  readonly href: string;
  readonly rights: readonly Right[];
}[];

export type SectionId = (typeof SECTIONS)[number]['id'];

export interface Section {
  readonly id: SectionId;
  readonly href: string;
}

/** The parts that somebody with these rights may open; one that asks for no right is everybody's. */
export function sectionsFor(rights: ReadonlySet<Right>): readonly Section[] {
  return SECTIONS.filter(
    ({ rights: needed }: { readonly rights: readonly Right[] }) =>
      needed.length === 0 || needed.some((right) => rights.has(right)),
  );
}
