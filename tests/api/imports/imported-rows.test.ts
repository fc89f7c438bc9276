import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { countUnusedRows } from '#domain/changes/unused-rows.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const header = '项目编号,项目名称,项目阶段,签约时间,开工时间,状态';
/**
 * Of every ten rows one is undated, one is signed after the day of the data, one has a code that
 * occurs twice, one has no name, one is lost.
 */
const rows = Array.from({ length: 500 }, (_, n) => {
  const code = n % 10 === 3 ? `P${n - 1}` : n % 10 === 4 ? '' : `P${n}`;
  const name = n % 10 === 4 ? '' : `项目${n}`;
  const day = n % 10 === 1 ? '' : n % 10 === 2 ? '2021-05-20' : '2020-03-01';
  return `${code},${name},已签约,${day},,${n % 10 === 5 ? '流失至其他地区' : '推进中'}`;
});

describe.each(engines)('rows of an import on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  test.each(['separate', 'last'])(
    'the register shows as many projects as the import reports, and each other row has a reason: %s',
    async (several_rows) => {
      const form = new FormData();
      form.set('file', new File([[header, ...rows].join('\n')], 'register.csv'));
      const { id } = (await (
        await api.send('POST', '/api/v1/imports', { body: form })
      ).json()) as ImportPreview;
      const answers = { file_kind: 'own_register', as_of: '2021-04-30', several_rows };
      const response = await api.send('POST', `/api/v1/imports/${id}/commit`, {
        body: { answers },
      });
      const commit = (await response.json()) as ImportCommit;
      expect([response.status, commit.rows.new + countUnusedRows(commit.rows)]).toEqual([200, 500]);
      expect(commit.rows.unused.map(({ reason, count }) => [reason, count])).toEqual([
        ['unnamed', 50],
        ...(several_rows === 'last' ? [['merged', 50]] : []),
      ]);
      const statuses = 'active,on_hold,withdrawn,lost,rejected,terminated,closed,unlisted';
      expect(
        await api.get<object>(`/api/v1/projects?as_of=2021-04-30&status=${statuses}&limit=1`),
      ).toMatchObject({ total: commit.rows.new });
    },
  );
});
