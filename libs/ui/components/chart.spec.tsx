import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Chart } from '../index.js';
import { chartScale, stackedTops } from './chart-scale.js';

describe('charts', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 4],
    [17, 20],
    [41, 50],
    [100, 100],
    [101, 200],
    [999_999, 1_000_000],
  ])('%i fits under %i', (greatest, top) => {
    const scale = chartScale(greatest);
    expect(scale.top).toBe(top);
    expect(scale.steps.at(0)).toBe(0);
    expect(scale.steps.at(-1)).toBe(top);
  });

  it('piles parts up', () => {
    expect(stackedTops([{ values: [1, 2] }, { values: [3] }])).toEqual([4, 2]);
  });

  it('has its numbers in a table, and says in words what the picture shows', () => {
    const html = renderToString(
      <Chart
        language="en"
        title="Sign-ins"
        description="Most on Tuesday"
        labels={['Mon', 'Tue']}
        labelHeading="Day"
        series={[
          { name: 'itsme', values: [3, 5] },
          { name: 'eID', values: [1, 0] },
        ]}
      />,
    );
    expect(html).toContain('aria-label="Sign-ins. Most on Tuesday"');
    expect(html).toMatch(/<th scope="row">Tue<\/th><td class="number">5<\/td><td class="number">0<\/td>/);
    expect(html.match(/<rect class="chart-fill chart-1" x=/g)).toHaveLength(2);
  });
});
