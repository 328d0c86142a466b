/** A round number at or above the greatest value, and the lines to draw up to it. Never zero. */
export function chartScale(greatest: number): { readonly top: number; readonly steps: readonly number[] } {
  const wanted = Math.max(greatest, 1);
  const magnitude = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 4, 5, 10].find((candidate) => candidate * magnitude >= wanted) ?? 10;
  const top = factor * magnitude;
  const parts = [4, 5, 2, 1].find((count) => Number.isInteger(top / count)) ?? 1;
  return { top, steps: Array.from({ length: parts + 1 }, (_, index) => (top / parts) * index) };
}

/** Where each pile of bars ends. */
export function stackedTops(series: readonly { readonly values: readonly number[] }[]): number[] {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  return Array.from({ length }, (_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
}
