import type { EnterpriseOption } from '#libs/attributes';

/** From so many on the page offers a search. */
export const MANY = 8;
/** Most that one page shows. */
const MOST = 20;

export interface FoundCompanies {
  readonly shown: readonly EnterpriseOption[];
  /** Those that fit, whether shown or not. */
  readonly count: number;
}

/** Small letters without accents; dots of numbers do not count. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f.]/gu, '')
    .toLowerCase()
    .trim();

/** Those whose name or number holds every word that was typed. */
export function findCompanies(options: readonly EnterpriseOption[], typed: string): FoundCompanies {
  const words = plain(typed).split(/\s+/u);
  const found = options.filter((option) => {
    const { number, name = '', establishment = '', establishmentName = '' } = option;
    const text = plain([number, name, establishment, establishmentName].join(' '));
    return words.every((word) => text.includes(word));
  });
  return { shown: found.slice(0, MOST), count: found.length };
}
