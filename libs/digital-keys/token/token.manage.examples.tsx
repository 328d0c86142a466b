import type { PageExample } from '#libs/ui';
import { setupExample } from '../life/setup.examples.js';
import { TokenSetupPage, type TokenSetupProps } from './token.manage.page.js';

const example = (name: string, props: Pick<TokenSetupProps, 'position' | 'card' | 'problem'>): PageExample =>
  setupExample('token', name, (of) => <TokenSetupPage {...of} {...props} />);

const codes = Array.from({ length: 24 }, (_, at) => `BCDFG${'HJKMNPQRSTVWXZBCDFGHJKMN'.charAt(at)}`);

export const tokenSetupExamples: readonly PageExample[] = [
  example('card', { position: '7', card: { serial: 'T000000000', codes, made: new Date('2026-03-02') } }),
  example('wrong', { position: '7', problem: 'wrong' }),
  example('spent', { position: '7', problem: 'spent' }),
];
