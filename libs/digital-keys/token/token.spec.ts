import { describe, expect, it } from 'vitest';
import { nextPosition, normaliseTokenCode, TOKEN_POSITIONS, type TokenCell } from './token.js';

const freshCard = (): TokenCell[] =>
  Array.from({ length: TOKEN_POSITIONS }, (_cell, at) => ({ position: at + 1, round: 0 }));

describe('the code card', () => {
  it('asks no position again before all others were asked (LN-11)', () => {
    let cells = freshCard();
    const asked: number[] = [];
    for (let turn = 0; turn < TOKEN_POSITIONS; turn += 1) {
      const position = nextPosition(cells);
      asked.push(position);
      cells = cells.map((cell) => (cell.position === position ? { ...cell, round: cell.round + 1 } : cell));
    }
    expect(new Set(asked).size).toBe(TOKEN_POSITIONS);
  });

  it('chooses among all open positions', () => {
    const last = nextPosition(freshCard(), (below) => below - 1);
    expect([nextPosition(freshCard(), () => 0), last]).toEqual([1, TOKEN_POSITIONS]);
  });

  it('takes codes as people type them', () => {
    expect(normaliseTokenCode(' abC-def ')).toBe('ABCDEF');
  });

  it('is not one without codes', () => {
    expect(() => nextPosition([])).toThrow(RangeError);
  });
});
