import type { Step } from './step.js';

const PATHS = {
  finish: '/finish',
  confirm: '/information',
  'choose-company': '/company',
  choose: '',
  refused: '',
} as const;

/** Where the browser goes after a proof, within the login at this address. */
export const nextAddress = (address: string, { kind }: Step): string => `${address}${PATHS[kind]}`;
