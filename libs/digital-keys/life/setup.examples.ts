import type { Language } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { exampleKeysFrame, type PageExample } from '#libs/ui';
import type { SetupAddresses, SetupPage } from './manage.js';

/** The surroundings of a setup page in the gallery. */
export const exampleSetup = (language: Language, kind: KeyKind): SetupAddresses => ({
  frame: exampleKeysFrame(language),
  action: `/keys/new/${kind}/confirm`,
  beginAction: `/keys/new/${kind}/begin`,
  cancelHref: '/overview/',
});

export const setupExample = (kind: KeyKind, name: string, page: SetupPage): PageExample => ({
  name: `setup/${kind}-${name}`,
  render: (language) => page(exampleSetup(language, kind)),
});
