import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { languages } from '#domain/values/language.ts';
import type { ChartFile } from '#server/exports/figure/to-json.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const get = (path: string): Promise<Response> => api.send('GET', `/api/v1/charts/${path}`);
const problemOf = async (path: string) => {
  const response = await get(path);
  const { detail } = (await response.json()) as { readonly detail: string };
  return { status: response.status, detail };
};

describe.each(analysisChartIds)('the file of the chart %s', (id) => {
  it.each(languages)('has a title, columns and rows in %s', async (language) => {
    const response = await get(`${id}.json?lang=${language}`);
    expect(response.status).toBe(200);
    const file = (await response.json()) as ChartFile;
    expect(file.title).not.toBe('');
    expect(file.columns.length).toBeGreaterThan(1);
    expect(file.rows.length).toBeGreaterThan(0);
    expect(file.as_of).toBe('2021-04-16');
  });

  it.each(['csv', 'xlsx', 'pptx'])('is made as %s', async (format) => {
    const response = await get(`${id}.${format}`);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it('refuses an option and a value that the chart does not offer', async () => {
    for (const name of ['by', 'stack', 'event', 'period', 'form', 'measure']) {
      const { status, detail } = await problemOf(`${id}.json?${name}=no_such_value`);
      expect(status).toBe(400);
      expect(detail).toMatch(/^(Leave out|Correct) /);
    }
  });

  it('refuses options of the chart of changes', async () => {
    expect(await problemOf(`${id}.json?known_from=2021-04-01`)).toEqual({
      status: 400,
      detail: 'Leave out known_from: an analysis chart does not take this.',
    });
  });
});

it('the file of a filtered chart names its filter', async () => {
  const response = await get('breakdown.json?industry=eco&lang=en');
  const file = (await response.json()) as ChartFile;
  expect(file.notes.filter((note) => note.startsWith('Projects filtered'))).toEqual([
    'Projects filtered by Industry: Energy conservation and environmental protection',
  ]);
  const whole = (await (await get('breakdown.json?lang=en')).json()) as ChartFile;
  expect(whole.notes.join(' ')).not.toContain('Projects filtered');
});

it('a chart of the overview refuses options of analysis charts', async () => {
  expect(await problemOf('targets.json?by=industry')).toEqual({
    status: 400,
    detail: 'Leave out by: only analysis charts take this.',
  });
});

describe('a scenario', () => {
  it('is marked on the file of the outlook in every form with text', async () => {
    const query = 'scenario=delay:12;without:A01';
    for (const form of ['json', 'csv'])
      expect(await (await get(`outlook.${form}?${query}&lang=en`)).text(), form).toContain(
        'Scenario: 12 months later, A01 excluded. Not a fact.',
      );
  });
  it('is refused by other charts, and where it cannot be read', async () => {
    expect(await problemOf('quality.json?scenario=delay:12')).toEqual({
      status: 400,
      detail: 'Leave out scenario: only the chart of the outlook takes it.',
    });
    const { status, detail } = await problemOf('outlook.json?scenario=delay:x');
    expect(status).toBe(400);
    expect(detail).toContain('must be a scenario as delay:12');
  });
});

describe('a comparison', () => {
  const fileOf = async (path: string) => (await (await get(path)).json()) as ChartFile;
  it.each(['breakdown', 'money_ladder', 'stage_time', 'series', 'funnel', 'distribution'])(
    'of the chart %s has both sides and their difference in every data file',
    async (id) => {
      for (const versus of ['2021-02-08', 'industry:eco', 'industry:']) {
        const file = await fileOf(`${id}.json?lang=en&versus=${versus}&industry=ict`);
        const sides = new Set(file.rows.map((row) => row['side']));
        expect(sides.has('Difference'), versus).toBe(true);
        expect(sides.size, versus).toBe(3);
        expect(file.options).toMatchObject({ versus });
      }
      for (const format of ['csv', 'xlsx', 'pptx']) {
        const response = await get(`${id}.${format}?versus=2021-02-08`);
        expect(response.status, format).toBe(200);
      }
    },
  );

  it('has the same figures for each side as the chart of that side alone', async () => {
    const [both, now, before] = await Promise.all(
      ['versus=2021-02-08', '', 'as_of=2021-02-08'].map((query) =>
        fileOf(`breakdown.json?lang=en&${query}`),
      ),
    );
    const totals = (file: ChartFile | undefined, side?: string) =>
      file?.rows
        .filter((row) => side === undefined || row['side'] === side)
        .map((row) => [row['group'], row['value']])
        .filter(([, value]) => value !== '0')
        .toSorted();
    expect(totals(both, '16 Apr 2021')).toEqual(totals(now));
    expect(totals(both, '8 Feb 2021')).toEqual(totals(before));
  });

  it('has the day of each side in its rows, and none for the difference of two days', async () => {
    const daysOf = async (versus: string) => {
      const { rows } = await fileOf(`breakdown.json?lang=en&versus=${versus}`);
      return [
        ...new Set(rows.map((row) => `${row['side_id']} ${row['register_as_of']}`)),
      ].toSorted();
    };
    expect(await daysOf('2021-02-08')).toEqual([
      'difference null',
      'first 2021-04-16',
      'second 2021-02-08',
    ]);
    expect(await daysOf('industry:eco')).toEqual(
      ['difference', 'first', 'second'].map((side) => `${side} 2021-04-16`),
    );
  });

  it('is refused where it cannot be read, and by charts without a comparison', async () => {
    const { status, detail } = await problemOf('breakdown.json?versus=soon');
    expect(status).toBe(400);
    expect(detail).toContain('must be a day as 2020-12-31');
    expect(await problemOf('quality.json?versus=2021-02-08')).toEqual({
      status: 400,
      detail: 'Leave out versus: this chart cannot be compared.',
    });
  });
});
