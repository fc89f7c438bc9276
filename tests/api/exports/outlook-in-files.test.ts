import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openApi, type TestApi } from '../../setup/api/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const unzip = async (name: string, query: string) => {
  const response = await api.send('GET', `/api/v1/documents/${name}?${query}`);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
};

test('the pack has the outlook of every target, part by part, without a project', async () => {
  const pack = await unzip('pack.zip', 'as_of=2021-04-16&lang=en');
  const csv = strFromU8(pack['data/outlook.csv'] ?? new Uint8Array());
  const [head = '', ...rows] = csv.trim().split('\r\n');
  expect(head.split(',').slice(0, 6)).toEqual([
    'target_id',
    'target_name',
    'outlook_part',
    'adds',
    'running_sum',
    'projects',
  ]);
  const jobs = rows.filter((row) => row.startsWith('jobs,')).map((row) => row.split(','));
  expect(jobs.map((cells) => cells.slice(2, 5))).toEqual([
    ['now', '1010', '1010'],
    ['established', '1672', '2682'],
    ['signed', '770', '3452'],
    ['negotiation', '1775', '5227'],
    ['lead', '795', '6022'],
    ['missing', '28978', '35000'],
  ]);
  expect(rows.filter((row) => row.startsWith('companies,'))).toHaveLength(1);
  expect(csv).not.toMatch(/\bA01\b|\bB15\b/);
});

test('the workbook sums the parts by formulas, and no text becomes one', async () => {
  const book = await unzip('workbook.xlsx', 'as_of=2021-04-16&lang=zh-CN');
  const all = Object.values(book)
    .map((bytes) => strFromU8(bytes))
    .join('');
  expect(all).toContain('name="前景"');
  const formulas = [...all.matchAll(/<f>([^<]*)<\/f>/g)].map(([, text]) => text);
  // output and jobs: four steps and what is missing each
  expect(formulas).toHaveLength(10);
  for (const formula of formulas) expect(formula).toMatch(/^E\d+\+D\d+$/);
});
