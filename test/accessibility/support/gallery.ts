import { stack } from '../../support/stack.js';

export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Names of every state of every page of FAS, from its gallery. */
export async function galleryStates(): Promise<readonly string[]> {
  const response = await fetch(`${stack().addresses.fas}/fas/gallery`);
  if (!response.ok) throw new Error(`the gallery answered ${response.status}`);
  const links = [...(await response.text()).matchAll(/href="\/fas\/gallery\/([^"?]+)\?/g)];
  const states = links.map(([, name = '']) => name);
  if (states.length < 30) throw new Error(`the gallery shows ${states.length} states only`);
  return states;
}

export const galleryAddress = (state: string, language: Language): string =>
  `${stack().addresses.fas}/fas/gallery/${state}?lang=${language}`;
