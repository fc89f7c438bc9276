import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportReply } from '#contract/exports/schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const viewer = { id: 'v', name: 'V', mode: 'account', role: 'viewer' } as const;
let api: TestApi;
beforeEach(async () => {
  api = await openApi();
  const facts = { name: 'Heat pumps' };
  const body = { code: 'A-1', stage: 'negotiation', valid_from: '2021-04-01', facts };
  await api.send('POST', '/api/v1/projects', { body });
  const decide = (subject: string, subject_id: string, more: object) =>
    api.send('POST', '/api/v1/decisions', {
      body: { subject, subject_id, decided_on: '2021-04-20', ...more },
    });
  for (const response of [
    await decide('project', 'A-1', {
      text: '=1+1 Move the substation',
      owner: 'Chen Yu',
      due: '2021-05-01',
    }),
    await decide('target', 'companies', { text: 'Visit ten suppliers' }),
  ])
    expect(response.status).toBe(201);
});
afterEach(() => api.close());

const unzip = async (name: string, query: string) => {
  const response = await api.send('GET', `/api/v1/documents/${name}?${query}`);
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
};

test('the pack and the workbook hold the decisions of the day, by subject', async () => {
  const pack = await unzip('pack.zip', 'as_of=2021-05-10&lang=en');
  const [head, ...rows] = strFromU8(pack['data/decisions.csv'] ?? new Uint8Array())
    .trim()
    .split('\r\n');
  expect(head).toBe(
    'subject,about,decision,decided_on,owner,due,done_on,overdue_days,subject_id,register_as_of',
  );
  expect(rows).toEqual([
    'project,Heat pumps,=1+1 Move the substation,2021-04-20,Chen Yu,2021-05-01,,9,A-1,2021-05-10',
    expect.stringMatching(
      /^target,[^,]+,Visit ten suppliers,2021-04-20,,,,0,companies,2021-05-10$/,
    ),
  ]);
  expect(rows[1]).not.toContain('target,companies');
  const book = await unzip('workbook.xlsx', 'as_of=2021-05-10&lang=zh-CN');
  const all = Object.values(book)
    .map((bytes) => strFromU8(bytes))
    .join('');
  expect(all).toContain('name="议定事项"');
  expect(all).toContain('Visit ten suppliers');
  expect(all).not.toMatch(/<f(?!>[A-Z]+\d+\+[A-Z]+\d+<)[ >]/);
  const before = await unzip('pack.zip', 'as_of=2021-04-19&lang=en');
  expect(strFromU8(before['data/decisions.csv'] ?? new Uint8Array())).not.toContain('substation');
});

test.each([
  ['en', 'Heat pumps', 'overdue by 9 days', 'Not assigned'],
  ['zh-CN', 'Heat pumps', '已超期9天', '未指定'],
  ['ja', 'Heat pumps', '9日超過', '未定'],
])('the report lists open decisions, in %s', async (lang, ...words) => {
  const query = `/api/v1/report?as_of=2021-05-10&lang=${lang}`;
  const next = ({ report }: ReportReply) =>
    JSON.stringify(report.sections.find(({ id }) => id === 'next'));
  const text = next(await api.get<ReportReply>(query));
  for (const word of ['Move the substation', 'Visit ten suppliers', ...words])
    expect(text).toContain(word);
  const response = await api.send('GET', query, { env: { principal: viewer } });
  expect(JSON.stringify(await response.json())).not.toContain('substation');
});
