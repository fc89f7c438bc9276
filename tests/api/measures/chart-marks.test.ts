import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analysisCharts } from '#charts/all-charts.ts';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import type { ChartDefinition, ChartOptions } from '#charts/kit/definition.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { charts } from '#charts/registry.ts';
import { addMonths } from '#domain/values/date.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { randomRegister } from '../../oracle/cases/random-register.ts';
import { importEdition } from '../../oracle/product/import-editions.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { type Choice, chartChoices, explain, readChart } from '../../setup/api/chart-figures.ts';

const widths = [340, 880] as const;

/** The numbers of a text with the half of their last digit. */
const listNumbers = (text: string): readonly { readonly value: number; readonly half: number }[] =>
  [...text.replaceAll(',', '').matchAll(/\d+(?:\.(\d+))?/g)].map(([number, decimals = '']) => ({
    value: Number(number),
    half: 0.5 * 10 ** -decimals.length + 1e-9,
  }));

/** Whether a text contains an exact value, in the unit itself, in a multiple, or in percent. */
const says = (text: string, exact: string): boolean => {
  const powers = Array.from({ length: 15 }, (_, at) => 10 ** (at - 2));
  return listNumbers(text).some(({ value, half }) =>
    powers.some((power) => Math.abs(Math.abs(Number(exact)) / power - value) <= half),
  );
};

/** Days around one, and values of any size, so that each axis includes one of them. */
const days = (as_of: string): readonly string[] =>
  Array.from({ length: 72 }, (_, at) => addMonths(as_of.slice(0, 7), 24 - at)).map(
    (month) => `${month}-10`,
  );
const values: readonly string[] = [
  '1',
  '5',
  '20',
  ...Array.from({ length: 14 }, (_, at) => `${10 ** at}`),
];

const textOf = ({ title, lines }: FocusPoint): string =>
  [title, ...lines.map(({ label, value }) => `${label} ${value}`)].join(' | ');

/** Reads the explanation of marks, and returns those that do not open the drawn figure. */
async function findUnexplained(
  api: TestApi,
  chart: ChartDefinition<unknown>,
  overview: Overview,
  options: ChartOptions,
  scope: Choice,
  most: number,
): Promise<{ readonly marks: number; readonly faults: readonly string[] }> {
  const series = chart.toSeries(overview, { language: 'en', options });
  const faults: string[] = [];
  let marks = 0;
  for (const width of widths) {
    const points = chart.focus.points(series, width, chart.height(width, series));
    marks += points.length;
    const step = Math.max(1, Math.floor(points.length / most));
    for (const [at, point] of points.entries()) {
      const { figure, open, lines } = point;
      const values = lines.map(({ value }) => value).join(' ');
      if (figure === undefined) {
        // a mark that is one project opens the project
        if (open === undefined && /\d/.test(values))
          faults.push(`${chart.id} at ${width}: nothing opens ${textOf(point)}`);
        continue;
      }
      if (at % step !== 0) continue;
      const { reply, path, rows } = await explain(api, figure, scope);
      if (figure.measure === 'due_dates' && String(rows.length) !== reply.exact[0]?.value)
        faults.push(`${path}: ${rows.length} rows of ${reply.exact[0]?.value} dates`);
      const isSaid = reply.exact.some(({ value }) => says(textOf(point), value));
      const isUnknown = !/\d/.test(values) || (reply.absent !== undefined && values.includes('—'));
      if (!isSaid && !isUnknown)
        faults.push(`${path}: ${JSON.stringify(reply.exact)} is not ${textOf(point)}`);
    }
  }
  return { marks, faults };
}

describe.each(['sample', 'foreign'] as const)('the marks of drawings of the %s register', (of) => {
  let api: TestApi;
  let overview: Overview;
  beforeAll(async () => {
    api = await openApi();
    if (of === 'foreign')
      for (const edition of randomRegister(7).imports) await importEdition(api.send, edition);
    overview = await api.get('/api/v1/overview');
  });
  afterAll(() => api.close());

  const most = of === 'sample' ? 40 : 15;
  const forms: readonly Choice[] = ['grouped', 'multiples', 'matrix'].map((form) => ({ form }));
  for (const [id, all] of chartChoices)
    test.each([...all, ...(id === 'breakdown' ? forms : [])])(
      `open the explanation of what they draw in ${id} by %o`,
      { timeout: 240_000 },
      async (choice) => {
        const chart: ChartDefinition<unknown> = analysisCharts[id];
        const drawing = await readChart(api, chart, overview, choice);
        const { marks, faults } = await findUnexplained(
          api,
          chart,
          drawing.overview,
          drawing.options,
          drawing.scope,
          most,
        );
        expect(faults).toEqual([]);
        if (of === 'sample') expect(marks).toBeGreaterThan(0);
      },
    );

  test.each(analysisChartIds)('%s can have an annotation in its drawing', async (id) => {
    const chart: ChartDefinition<unknown> = analysisCharts[id];
    const { overview: drawing, options } = await readChart(api, chart, overview, {});
    const series = chart.toSeries(drawing, { language: 'en', options });
    for (const width of widths) {
      const axes = chart.annotationAxes?.(series, width, chart.height(width, series)) ?? [];
      const hasMarks = chart.focus.points(series, width, chart.height(width, series)).length > 0;
      if (of === 'sample') expect([id, axes.length > 0, hasMarks]).toEqual([id, true, true]);
      for (const { unit, place } of axes) {
        const places = unit === undefined ? days(overview.as_of) : values;
        const at = places.find((one) => place(one) !== undefined);
        if (of === 'sample')
          expect([id, unit?.unit, at === undefined]).toEqual([id, unit?.unit, false]);
        if (at === undefined) continue;
        const text = {
          at,
          text: 'Power line ready',
          ...compact({ unit: unit?.unit }),
        };
        const own = chart.toSeries(drawing, {
          language: 'en',
          options: { ...options, annotations: [text] },
        });
        const [first] = chart.focus.points(own, width, chart.height(width, own));
        expect([id, first?.lines[0]?.value]).toEqual([id, 'Power line ready']);
      }
    }
  });

  test.each(Object.keys(charts))(
    'open the explanation of what they draw in %s',
    { timeout: 240_000 },
    async (id) => {
      const chart: ChartDefinition<unknown> = charts[id as keyof typeof charts];
      for (const range of chart.isPerMeasure ? (['to_date', 'to_target'] as const) : [undefined]) {
        const options = range === undefined ? {} : { range };
        const { faults } = await findUnexplained(api, chart, overview, options, {}, most);
        expect(faults).toEqual([]);
      }
    },
  );
});
