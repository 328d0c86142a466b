import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that no worker waits at the end while another does it alone. */
const SLOWEST = [
  'test/accessibility/every-page',
  'test/resilience/',
  'test/api/csam-cli',
  'test/accessibility/',
];

function rank({ moduleId }: TestSpecification): number {
  const place = SLOWEST.findIndex((part) => moduleId.includes(part));
  return place === -1 ? SLOWEST.length : place;
}

/** Vitest's order, but for the files of which we know that they are slow. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => rank(one) - rank(other));
  }
}
