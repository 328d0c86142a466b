import { randomInt } from 'node:crypto';
import { days, minutes } from '#libs/kernel';

/** DOMAIN 7: the link is valid for 14 days and five codes may be tried. */
export const ACTIVATION_LIFE = days(14);
export const MOST_TRIES = 5;
/** How long the browser that showed link and code may take for the rest. */
export const PASS_LIFE = minutes(60);

const GROUPS = 3;
const GROUP_LENGTH = 4;

/** Without signs that are taken for one another on paper: 31 of them, so twelve are nearly 60 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code to print: `K7MP-2QXW-9FHT`. */
export function newPaperCode(random: (below: number) => number = randomInt): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS.charAt(random(SIGNS.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The signs as people type them: case, space and dashes do not count. */
export const normalisePaperCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();
