import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly id: string;
  readonly nodes: readonly Place[];
}

interface Place {
  readonly target: readonly unknown[];
  /** ' in a drawing', ' in a table' or nothing. */
  readonly within?: string;
}

export interface Inspection {
  /** `rule at element`, one line each */
  readonly violations: readonly string[];
  /** what a program cannot decide, to be looked at by a person: `rule at element`, ` in a drawing` or ` in a table` */
  readonly undecided: readonly string[];
}

/** Brings the rules into the page, where they stay until it navigates; needs a browser without content policy. */
export const bringRules = (page: Page): Promise<unknown> => page.evaluate(axe.source);

/** Runs the rules for WCAG 2.2 AA and good practice over what the page shows. */
export async function inspect(page: Page): Promise<Inspection> {
  const { violations, incomplete } = await page.evaluate<
    { violations: Finding[]; incomplete: Finding[] },
    readonly string[]
  >(async (values) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations, incomplete } = await run(document, {
      runOnly: { type: 'tag', values: [...values] },
      resultTypes: ['violations', 'incomplete'],
    });
    const within = (selector: string): string => {
      const isWithin = (place: string) => Boolean(document.querySelector(selector)?.closest(place));
      if (isWithin('svg')) return ' in a drawing';
      return isWithin('.table-wrap') ? ' in a table' : '';
    };
    const placed = incomplete.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target }) => ({ target, within: within(target.join(' ')) })),
    }));
    return { violations, incomplete: placed };
  }, TAGS);
  return { violations: violations.flatMap(lines), undecided: incomplete.flatMap(lines) };
}

const lines = ({ id, nodes }: Finding): string[] =>
  nodes.map(({ target, within = '' }) => `${id} at ${target.join(' ')}${within}`);
