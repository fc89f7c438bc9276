import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyChartIds } from '#charts/all-charts.ts';
import { languages } from '#domain/values/language.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

/** Columns for readers: labels of ids, and sentences. All others are the same in each language. */
const readersOnly =
  /_label$|^(target_name|name|period_name|cohort|at_this_pace|came|note|gates|marks|size|source|series_break|change_note)$/;

interface File {
  readonly columns: readonly { readonly id: string }[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}
const withIds = {
  targets: ['target_id', 'indicator', 'comparator', 'verdict', 'data_status', 'missing_reason'],
  progress: ['target_id', 'indicator', 'data_status', 'missing_reason'],
  pipeline: ['project_group', 'stage', 'code', 'industry', 'data_status', 'missing_reason'],
  changes: ['project_group', 'step', 'code', 'total_investment_currency'],
  outlook: ['target_id', 'indicator', 'data_status'],
  stage_time: ['stage'],
  timeline: ['code', 'stage', 'against_original'],
  quality: ['register_field', 'field_group'],
  breakdown: ['level', 'group'],
  money_ladder: ['level', 'group'],
  distribution: ['level', 'stage'],
  series: ['first_month', 'record'],
  funnel: ['first_month', 'state'],
  forecast_record: ['indicator', 'came'],
} as const;

describe.each(engines)('the data of charts on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } });
  });
  afterAll(() => api.close());
  const read = async (chart: string, lang: string, format: string, form = '') => {
    const more = `${chart === 'changes' ? '&compare=2023-12-31' : ''}${form}`;
    const reply = await api.send('GET', `/api/v1/charts/${chart}.${format}?lang=${lang}${more}`);
    expect(reply.status).toBe(200);
    return reply;
  };

  test.each(anyChartIds)(
    '%s has the same ids, numbers and days in each language',
    async (chart) => {
      const files = await Promise.all(
        languages.map(async (lang) => (await (await read(chart, lang, 'json')).json()) as File),
      );
      const [first] = files;
      if (first === undefined) throw new Error('no file');
      const ids = first.columns.map(({ id }) => id);
      expect(first.rows.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining([...withIds[chart]]));
      for (const id of ids.filter((one) => !readersOnly.test(one)))
        for (const file of files)
          expect([id, file.rows.map((row) => row[id])]).toEqual([
            id,
            first.rows.map((row) => row[id]),
          ]);
    },
  );

  test.each(anyChartIds)('%s has no noise of binary fractions', async (chart) => {
    const { rows } = (await (await read(chart, 'en', 'json')).json()) as File;
    const digits = rows
      .flatMap((row) => Object.values(row))
      .filter((cell) => cell !== null && /^-?\d+\.\d+$/.test(cell))
      .map((cell) => (cell ?? '').replace(/\D/g, '').replace(/^0+|0+$/g, '').length);
    expect(Math.max(0, ...digits)).toBeLessThanOrEqual(12);
  });

  test.each(anyChartIds)('the CSV of %s has the cells of its JSON', async (chart) => {
    const { columns, rows } = (await (await read(chart, 'ja', 'json')).json()) as File;
    const csv = await (await read(chart, 'ja', 'csv')).text();
    const [head = [], ...lines] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
    const ids = columns.map(({ id }) => id);
    expect(head.slice(0, ids.length)).toEqual(ids);
    expect(lines.map((cells) => cells.slice(0, ids.length))).toEqual(
      rows.map((row) => ids.map((id) => row[id] ?? '')),
    );
  });

  // seen to fail: stage, data_status and as_of as headings of a Japanese file, and companies as unit
  test.each(anyChartIds)('%s has words as headings in its CSV for Excel', async (chart) => {
    const { columns } = (await (await read(chart, 'ja', 'json')).json()) as File;
    const text = await (await read(chart, 'ja', 'csv', '&csv=excel')).text();
    const [head = [], ...lines] = Papa.parse<string[]>(text.replace('\ufeff', ''), {
      skipEmptyLines: true,
    }).data;
    const ids = columns.map(({ id }) => id);
    expect(head).toHaveLength(ids.length);
    expect(head.filter((one) => ids.includes(one))).toEqual([]);
    expect(new Set(head).size).toBe(head.length);
    const units = lines.map((cells) => cells[ids.indexOf('unit')]);
    for (const id of ['companies', 'jobs', 'projects']) expect(units).not.toContain(id);
  });

  test('a status is never in the place of a reason, and a reason never in that of a status', async () => {
    const { rows } = (await (await read('targets', 'zh-CN', 'json')).json()) as File;
    for (const {
      now,
      checklist_done: doneCount,
      data_status: status,
      missing_reason: reason,
    } of rows)
      expect([status !== null, reason !== null]).toEqual([
        now !== null,
        now === null && doneCount === null,
      ]);
  });

  // seen to fail: an empty forecast had no reason, so a script could not tell met from unknown
  test('a target has a forecast or the reason for none', async () => {
    const { rows } = (await (await read('targets', 'ja', 'json')).json()) as File;
    for (const { forecast_p50: forecast, refusal } of rows)
      expect([forecast === null, refusal === null].toSorted()).toEqual([false, true]);
    expect(rows.map(({ refusal }) => refusal)).toContain('qualitative');
  });

  test('the JSON of a chart has the query that draws it again', async () => {
    const reply = await api.send(
      'GET',
      '/api/v1/charts/breakdown.json?by=stage&industry=services&as_of=2024-06-30&lang=en',
    );
    expect(await reply.json()).toMatchObject({
      options: { measure: 'total_investment', by: 'stage' },
      filters: { industry: 'services' },
      as_of: '2024-06-30',
      plan: expect.any(String),
      revision: expect.any(Number),
      definitions: expect.anything(),
    });
  });
});
