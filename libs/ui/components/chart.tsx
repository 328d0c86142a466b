import type { Language } from '#libs/kernel';
import { chartScale, stackedTops } from './chart-scale.js';
import { componentTexts } from './component.texts.js';
import { DataTable } from './data.js';

export interface ChartSeries {
  readonly name: string;
  /** one per label */
  readonly values: readonly number[];
}

export interface ChartProps {
  readonly language: Language;
  readonly title: string;
  /** in a sentence, what the picture shows: read aloud in its place */
  readonly description: string;
  /** along the bottom, for example days */
  readonly labels: readonly string[];
  /** what the labels are, for the table: `Day` */
  readonly labelHeading: string;
  /** at most six: so many are told apart */
  readonly series: readonly ChartSeries[];
  /** bars on top of each other for parts of a whole, lines for what is not added up */
  readonly kind?: 'bars' | 'lines';
  /** what runs along the bottom: time ends at the newest, beside which its numbers stand and a phone begins */
  readonly along?: 'time' | 'size';
  /** how a value is written, with its unit */
  readonly format?: (value: number) => string;
}

const WIDTH = 640;
const HEIGHT = 240;
/** Room for the numbers, at one side of the picture. */
const MARGIN = 56;
const BOTTOM = 28;
const TOP = 10;
const INNER_WIDTH = WIDTH - MARGIN;
const INNER_HEIGHT = HEIGHT - BOTTOM - TOP;

/** Numbers as a picture, drawn on the server, with the same numbers in a table behind it. */
export function Chart(props: ChartProps) {
  const { language, title, description, labels, labelHeading, series, kind = 'bars', along = 'time' } = props;
  const left = along === 'time' ? 0 : MARGIN;
  const format = props.format ?? ((value: number) => value.toLocaleString(`${language}-BE`));
  return (
    <figure class="chart">
      <figcaption class="chart-title">{title}</figcaption>
      {/* On a phone the picture scrolls in its own box: made smaller, its letters could not be read. */}
      <div class={`chart-picture chart-of-${along}`} role="group" aria-label={title} tabIndex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}. ${description}`}>
          <Grid {...{ labels, series, left, kind, format }} />
          {kind === 'bars' ? <Bars {...{ labels, series, left }} /> : <Lines {...{ labels, series, left }} />}
        </svg>
      </div>
      {series.length > 1 && (
        <ul class="chart-legend">
          {series.map(({ name }, index) => (
            <li key={name}>
              <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <rect class={`chart-fill chart-${index + 1}`} width="16" height="16" rx="3" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <details class="chart-numbers">
        <summary>{componentTexts.in(language)('chartNumbers')}</summary>
        <DataTable
          caption={title}
          columns={[
            { heading: labelHeading },
            ...series.map(({ name }) => ({ heading: name, number: true })),
          ]}
          rows={labels.map((label, at) => [label, ...series.map(({ values }) => format(values[at] ?? 0))])}
        />
      </details>
    </figure>
  );
}

type Drawn = Pick<ChartProps, 'labels' | 'series'> & {
  /** where the first label begins */
  readonly left: number;
};

const topOf = (series: readonly ChartSeries[], kind: 'bars' | 'lines'): number =>
  Math.max(0, ...(kind === 'bars' ? stackedTops(series) : series.flatMap(({ values }) => values)));

const heightOf = (value: number, top: number): number => (value / top) * INNER_HEIGHT;

const yOf = (value: number, top: number): number => TOP + INNER_HEIGHT - heightOf(value, top);

function Grid(props: Drawn & Required<Pick<ChartProps, 'kind' | 'format'>>) {
  const { labels, series, left, kind, format } = props;
  const { top, steps } = chartScale(topOf(series, kind));
  const every = Math.max(1, Math.ceil(labels.length / 8));
  const slot = INNER_WIDTH / Math.max(1, labels.length);
  return (
    <g class="chart-grid">
      {steps.map((value) => (
        <g key={value}>
          <line x1={left} x2={left + INNER_WIDTH} y1={yOf(value, top)} y2={yOf(value, top)} />
          <text
            x={left === 0 ? INNER_WIDTH + 8 : left - 8}
            y={yOf(value, top) + 5}
            text-anchor={left === 0 ? 'start' : 'end'}
          >
            {format(value)}
          </text>
        </g>
      ))}
      {labels.map((label, at) =>
        (left === 0 ? labels.length - 1 - at : at) % every === 0 ? (
          <text key={at} x={left + slot * (at + 0.5)} y={HEIGHT - 6} text-anchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Bars({ labels, series, left }: Drawn) {
  const { top } = chartScale(topOf(series, 'bars'));
  const slot = INNER_WIDTH / Math.max(1, labels.length);
  return (
    <g>
      {labels.map((_, at) => {
        let below = 0;
        return series.map(({ name, values }, index) => {
          const value = values[at] ?? 0;
          below += value;
          return (
            <rect
              key={`${at}-${name}`}
              class={`chart-fill chart-${index + 1}`}
              x={left + slot * at + slot * 0.12}
              width={slot * 0.76}
              y={yOf(below, top)}
              height={heightOf(value, top)}
            />
          );
        });
      })}
    </g>
  );
}

function Lines({ labels, series, left }: Drawn) {
  const { top } = chartScale(topOf(series, 'lines'));
  const slot = INNER_WIDTH / Math.max(1, labels.length);
  return (
    <g>
      {series.map(({ name, values }, index) => (
        <polyline
          key={name}
          class={`chart-line chart-${index + 1}`}
          points={values.map((value, at) => `${left + slot * (at + 0.5)},${yOf(value, top)}`).join(' ')}
        />
      ))}
    </g>
  );
}
