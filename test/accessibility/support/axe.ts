import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

export interface Inspection {
  /** `rule at element`, one line each */
  readonly violations: readonly string[];
  /** what a program cannot decide: to be looked at by a person */
  readonly undecided: readonly string[];
}

/** Runs the rules for WCAG 2.2 AA and good practice over the page; the browser must be without content policy. */
export async function inspect(page: Page): Promise<Inspection> {
  await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate<
    { violations: Finding[]; incomplete: Finding[] },
    readonly string[]
  >(async (values) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    return run(document, {
      runOnly: { type: 'tag', values: [...values] },
      resultTypes: ['violations', 'incomplete'],
    });
  }, TAGS);
  return { violations: violations.flatMap(lines), undecided: incomplete.flatMap(lines) };
}

const lines = ({ id, nodes }: Finding): string[] => nodes.map(({ target }) => `${id} at ${target.join(' ')}`);
