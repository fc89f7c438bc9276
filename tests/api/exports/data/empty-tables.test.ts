import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { languages } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import { openApi, type TestApi } from '../../../setup/api/api.ts';

let api: TestApi;
afterEach(() => api.close());
const read = async (path: string): Promise<Uint8Array> => {
  const reply = await api.send('GET', `/api/v1/${path}`);
  expect([path, reply.status]).toEqual([path, 200]);
  return new Uint8Array(await reply.arrayBuffer());
};
/** A day before the register knows any project. */
const day = '2020-01-31';

const readTexts = async (path: string): Promise<string> =>
  Object.entries(unzipSync(await read(path)))
    .flatMap(([name, bytes]) => (name.endsWith('.xml') ? [strFromU8(bytes)] : []))
    .join('\n');

test.each(languages)('a sheet without a row states it, %s', async (language) => {
  api = await openApi();
  const query = `lang=${language}&as_of=${day}`;
  const note = sheetLabels[language].no_rows;
  expect(await readTexts(`documents/workbook.xlsx?${query}`)).toContain(note);
  let empty = 0;
  for (const id of analysisChartIds) {
    const csv = strFromU8(await read(`charts/${id}.csv?${query}`));
    if (csv.trimEnd().split('\r\n').length > 1) continue;
    empty += 1;
    const texts = await readTexts(`charts/${id}.xlsx?${query}`);
    // seen to fail: the sheet of definitions began with an empty line
    expect([id, texts.includes(note), /<t[^>]*><\/t>|<t\/>/.test(texts)]).toEqual([
      id,
      true,
      false,
    ]);
  }
  expect(empty).toBeGreaterThan(0);
});

// seen to fail: the README of a zone without sources had the heading and nothing below it
// seen to fail: the definitions named an indicator with nothing behind its name
test('the README has no heading of sources or definitions that the zone does not state', async () => {
  api = await openApi();
  const readReadme = async (): Promise<string> =>
    strFromU8(unzipSync(await read('documents/pack.zip?lang=en'))['README.md'] ?? new Uint8Array());
  expect(await readReadme()).toContain('## Sources\n\n- ');
  const reply = await api.send('GET', '/api/v1/zone');
  const { indicators } = (await reply.json()) as ZoneProfile;
  const [first, ...others] = indicators;
  if (first === undefined) throw new Error('The sample has no indicator.');
  expect(await readReadme()).toContain(`- **${first.name.en}**: `);
  const definition = { 'zh-CN': '', ja: '', en: '' };
  const outcome = await api.send('PATCH', '/api/v1/zone', {
    body: { sources: [], indicators: [{ ...first, definition }, ...others], reason: 'None' },
    headers: { 'if-match': reply.headers.get('etag') ?? '' },
  });
  expect(outcome.status, await outcome.clone().text()).toBe(200);
  const readme = await readReadme();
  expect(readme).not.toContain('## Sources');
  expect(readme).not.toContain(`- **${first.name.en}**: `);
});

test('a CSV without a row has its headings, and its schema in the pack and beside the chart', async () => {
  api = await openApi();
  const pack = unzipSync(await read(`documents/pack.zip?lang=en&as_of=${day}`));
  const json = JSON.parse(strFromU8(pack['datapackage.json'] ?? new Uint8Array())) as {
    readonly resources: readonly {
      readonly path: string;
      readonly schema?: { readonly fields: readonly { readonly name: string }[] };
    }[];
  };
  let empty = 0;
  for (const { path, schema } of json.resources) {
    const bytes = pack[path];
    if (!path.endsWith('.csv') || bytes === undefined) continue;
    const [head = '', ...rows] = strFromU8(bytes).trimEnd().split('\r\n');
    if (rows.length > 0) continue;
    empty += 1;
    expect([path, head.split(',')]).toEqual([path, schema?.fields.map(({ name }) => name)]);
  }
  expect(empty).toBeGreaterThan(1);
  const csv = strFromU8(await read(`charts/breakdown.csv?lang=en&as_of=${day}`));
  expect(csv.split('\r\n')[0]).toContain('register_as_of');
  const beside = await api.get<typeof json>(
    `/api/v1/charts/breakdown.datapackage.json?lang=en&as_of=${day}`,
  );
  expect(beside.resources[0]?.schema?.fields.map(({ name }) => name)).toEqual(
    csv.trimEnd().split('\r\n')[0]?.split(','),
  );
});
