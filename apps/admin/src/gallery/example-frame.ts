import type { Language } from '#libs/kernel';
import { RIGHTS, RIGHTS_OF, type StaffRole } from '#libs/staff';
import { exampleFrame, type PageFrame } from '#libs/ui';
import type { StaffView } from '../frame/staff-view.js';

const NAMES: Readonly<Record<Language, string>> = {
  nl: 'Beheer',
  fr: 'Gestion',
  de: 'Verwaltung',
  en: 'Administration',
};

/** A frame as the administration makes it, with invented addresses. */
export const adminExampleFrame = (language: Language): PageFrame => ({
  ...exampleFrame(language),
  serviceName: NAMES[language],
});

/** Somebody with this role; without one, somebody with every right. */
export const exampleStaff = (role?: StaffRole): StaffView => ({
  name: 'Astrid',
  rights: new Set(role === undefined ? RIGHTS : RIGHTS_OF[role]),
});
