import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analysisCharts } from '#charts/all-charts.ts';
import type { ChartDefinition, ChartOptions } from '#charts/kit/definition.ts';
import { findFigure } from '#charts/kit/table.ts';
import { makeTable, writeWords } from '#charts/kit/write-words.ts';
import { charts } from '#charts/registry.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { addDecimal, compareDecimal, divideDecimal, toNumber } from '#domain/values/decimal.ts';
import { noteMeasures } from '#domain/measures/declared/notes.ts';
import { languages } from '#domain/values/language.ts';
import { formatNumber } from '#domain/values/format.ts';
import { randomRegister } from '../../oracle/cases/random-register.ts';
import { importEdition } from '../../oracle/product/import-editions.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { type Choice, chartChoices, explain, readChart } from '../../setup/api/chart-figures.ts';
import { engines } from '../../setup/api/stores.ts';

type Explained = Awaited<ReturnType<typeof explain>>;

/** Measures whose figure is the sum, or the number, of its rows. */
const sums = /^breakdown_(?!.*_per_|jobs_per)|^event_|^group_(known|unknown)|^rung_over|^cohort_p/;
/** Measures that count their rows. */
const counts =
  /^(breakdown_count|breakdown_exits|group_known|group_unknown|rung_over|event_projects|event_unknown|cohort_projects|incidence_followed|stage_cases|stage_over|size_projects|update_age|quarter_milestones)$/;

/** Measures of notes that count their rows. */
const noteCounts =
  /^(group_known|pair_projects|outside_projects|series_by_edition|series_unknown|series_left|cohort_outside|cohort_projects|event_projects)$/;

/** The measures that notes have stated. */
const noteIds = new Set<string>();

/** Tables have twelve digits of computed numbers. */
const isSame = (a: string, b: string): boolean =>
  compareDecimal(a, b) === 0 || Math.abs(Number(a) - Number(b)) <= 1e-10 * Math.abs(Number(b));

/** Compares the figure of a cell with its explanation and the rows behind it. */
function findDifferences({ path, reply, rows }: Explained, cell: string): string[] {
  const { exact, measure } = reply;
  const matches: string[] = [];
  if (!exact.some(({ value }) => isSame(value, cell)))
    matches.push(`${path}: ${cell} in the table, ${JSON.stringify(exact)} explained`);
  const unit = exact[0]?.unit;
  if (reply.rows.kind === 'projects' && reply.rows.total !== rows.length)
    matches.push(`${path}: ${rows.length} rows of ${reply.rows.total}`);
  const sum = rows.reduce(
    (all, { adds }) =>
      adds === undefined || adds.unit !== unit ? all : addDecimal(all, adds.value),
    '0',
  );
  // a difference has no rows; its sides have them
  if (path.includes('versus=')) return matches;
  if (counts.test(measure)) {
    if (String(rows.length) !== cell)
      matches.push(`${path}: ${rows.length} rows, ${cell} in the table`);
  } else if (sums.test(measure) && compareDecimal(sum, cell) !== 0)
    matches.push(`${path}: rows add up to ${sum}, ${cell} in the table`);
  if (/_per_|^rung_share/.test(measure)) {
    const [above, base] = ['adds', 'base'].map((part) =>
      rows.reduce((all, row) => addDecimal(all, row[part as 'adds' | 'base']?.value ?? '0'), '0'),
    );
    const ratio =
      toNumber(divideDecimal(above ?? '0', base ?? '1', 10)) *
      (measure === 'breakdown_jobs_per_100m' ? 1e8 : 1);
    if (Math.abs(ratio - Number(cell)) > 1e-3 * Math.max(1, Math.abs(ratio)))
      matches.push(`${path}: rows give ${ratio}, ${cell} in the table`);
  }
  return matches;
}

/**
 * Whether the only number of a text is a count: 12 states neither 2 nor 120. "12 of 27" states 12.
 */
const statesCount = (text: string, count: string): boolean =>
  isDeepStrictEqual(text.replace(/ of [\d,]+$/u, '').match(/\d[\d,.]*\d|\d/g), [
    formatNumber(count, 'en', 0),
  ]);

/** Figures of notes that a reader does not find in their order in the note. */
const listLostFigures = (notes: Readonly<Record<string, readonly { readonly text: string }[]>>) =>
  Object.entries(notes).flatMap(([note, figures]) => {
    let rest = note;
    return figures.flatMap(({ text }) => {
      const at = rest.indexOf(text);
      rest = rest.slice(at + text.length);
      return at < 0 ? [`${text} is not in ${note}`] : [];
    });
  });

/** Every figure of a table, or the first ones, with its explanation. */
async function compareTable(
  api: TestApi,
  chart: ChartDefinition<unknown>,
  overview: Overview,
  options: ChartOptions,
  scope: Choice,
  most: number,
): Promise<{ readonly figures: number; readonly differences: readonly string[] }> {
  const context = { language: 'en', options } as const;
  const table = makeTable(chart, overview, context);
  const cells = table.rows.flatMap((row, at) =>
    table.columns.flatMap(({ id, kind }, place) => {
      const value = row[place] ?? null;
      if (kind !== 'number' || value === null) return [];
      return [{ id, value, figure: findFigure(table, at, place) }];
    }),
  );
  const differences: string[] = [];
  const step = Math.max(1, Math.floor(cells.length / most));
  for (const [at, { id, value, figure }] of cells.entries()) {
    if (figure === undefined) {
      const column = table.columns.find((one) => one.id === id);
      if (column?.kind === 'number' && column.measure !== null)
        differences.push(`${chart.id} ${id} ${value}: no figure`);
    } else if (at % step === 0)
      differences.push(...findDifferences(await explain(api, figure, scope), value));
  }
  const title = await explain(api, chart.explains(overview, context), scope);
  if (title.reply.text === undefined && title.reply.absent === undefined)
    differences.push(`${title.path}: the title is not explained`);
  for (const language of languages)
    differences.push(
      ...listLostFigures(writeWords(chart, overview, { ...context, language }).note_figures ?? {}),
    );
  for (const figures of Object.values(writeWords(chart, overview, context).note_figures ?? {}))
    for (const { text, ...figure } of figures) {
      const { reply, rows, path } = await explain(api, figure, scope);
      if (reply.text === undefined) differences.push(`${path}: ${text} is not explained`);
      noteIds.add(reply.measure);
      const exact = reply.exact[0]?.value ?? '';
      if (noteCounts.test(reply.measure) && !statesCount(text, exact))
        differences.push(`${path}: ${text} in the note, ${exact} explained`);
      if (noteCounts.test(reply.measure) && String(rows.length) !== exact)
        differences.push(`${path}: ${rows.length} rows, ${exact} explained`);
    }
  return { figures: cells.length, differences };
}

describe.each(engines)('the figures of charts on $name', (engine) => {
  describe.each(['sample', 'foreign'] as const)('of the %s register', (register) => {
    let api: TestApi;
    let overview: Overview;
    beforeAll(async () => {
      api = await openApi(engine);
      if (register === 'foreign')
        for (const edition of randomRegister(7).imports) await importEdition(api.send, edition);
      overview = await api.get('/api/v1/overview');
    });
    afterAll(() => api.close());

    // what a cell means does not depend on the store: the second explains fewer cells of each chart
    const most = engine.name === 'postgres' ? 6 : register === 'sample' ? 40 : 25;
    for (const [id, all] of chartChoices)
      test.each(all)(`are explained in ${id} by %o`, async (choice) => {
        const chart: ChartDefinition<unknown> = analysisCharts[id];
        const drawing = await readChart(api, chart, overview, choice);
        const { figures, differences } = await compareTable(
          api,
          chart,
          drawing.overview,
          drawing.options,
          drawing.scope,
          most,
        );
        expect(differences).toEqual([]);
        if (register === 'sample') expect(figures).toBeGreaterThan(0);
      });

    test.each(Object.keys(charts))('are explained in %s of the overview', async (id) => {
      const chart: ChartDefinition<unknown> = charts[id as keyof typeof charts];
      const ranges = chart.isPerMeasure ? (['to_date', 'to_target'] as const) : [undefined];
      for (const range of ranges) {
        const options = range === undefined ? {} : { range };
        const { differences } = await compareTable(api, chart, overview, options, {}, most);
        expect(differences).toEqual([]);
      }
    });
  });

  test('are explained in notes that state every measure of notes', () => {
    expect(Object.keys(noteMeasures).filter((measure) => !noteIds.has(measure))).toEqual([]);
  });
});
