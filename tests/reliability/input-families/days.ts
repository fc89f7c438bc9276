// F5: days with an expected result besides a refusal. Seen to fail: without the conversion from
// 1904, F5-04 is four years early.
import type { Revision } from '#contract/revisions/schemas.ts';
import { book, sheetData } from '../../import/zip.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { create, imported, newCode, preview, read, unequal } from './values-setup.ts';

/** A day at a fact of a project. */
const day = (
  id: Recipe<TestApi>['id'],
  value: string,
  right: readonly number[],
): Recipe<TestApi> => ({
  id,
  what: value,
  run: async (api) =>
    unlike('it', (await create(api, { 'milestones.start.plan': value })).status, right),
});
/** The day on which work began, of each row of a file. */
async function daysOf(
  api: TestApi,
  file: string | Uint8Array,
  codes: readonly string[],
  name?: string,
): Promise<readonly (string | undefined)[]> {
  await imported(api, file, name);
  const days = await Promise.all(codes.map((code) => read(api, code)));
  return days.map(({ milestones }) => milestones.find((m) => m.type === 'start')?.plan);
}

export const dayRecipes: readonly Recipe<TestApi>[] = [
  day('F5-01', '2024-02-29', [201]),
  day('F5-01', '2023-02-29', [400]),
  day('F5-02', '31.12.2026', [400]),
  {
    id: 'F5-03',
    what: '01/02/2026 asks, and is not guessed',
    run: async (api) => {
      const report = await preview(api, '项目编号,项目名称,计划开工时间\nQ1,甲,01/02/2026\n');
      const question = report.questions.find(({ id }) => id === 'date_order');
      return question === undefined
        ? ['it is not asked']
        : unequal('a default', question.default, undefined);
    },
  },
  {
    id: 'F5-04',
    what: 'days that a workbook counts from 1900 and from 1904',
    run: async (api) => {
      const faults: string[] = [];
      for (const date1904 of [false, true]) {
        const codes = [newCode(), newCode(), newCode()];
        const serial = date1904 ? 45_000 - 1462 : 45_000;
        const cells = [[serial, 1], serial, [60, 1]] as const;
        const rows = [
          ['项目编号', '项目名称', '计划开工时间'],
          ...codes.map((code, i) => [code, `甲${i}`, cells[i] ?? null] as const),
        ];
        const file = book({
          sheets: { a: sheetData(rows) },
          styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
          date1904,
        });
        faults.push(
          ...unequal(date1904 ? '1904' : '1900', await daysOf(api, file, codes, 'r.xlsx'), [
            '2023-03-15',
            '2023-03-15',
            undefined,
          ]),
        );
      }
      return faults;
    },
  },
  {
    id: 'F5-05',
    what: '2026-03-01 from UTC−12 to UTC+14',
    run: async (api) => {
      const { code } = await create(api, { 'milestones.start.plan': '2026-03-01' });
      const [faults, before] = [[] as string[], process.env['TZ']];
      for (const zone of [
        'Etc/GMT+12',
        'America/St_Johns',
        'Asia/Shanghai',
        'Pacific/Kiritimati',
      ]) {
        process.env['TZ'] = zone;
        faults.push(...unequal(zone, (await read(api, code)).milestones[0]?.plan, '2026-03-01'));
      }
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
      return faults;
    },
  },
  ...['2026-03-29T02:30', '2026-10-25T02:30'].map((moment) => day('F5-06', moment, [400])),
  {
    id: 'F5-06',
    what: 'hours of the night that clocks leave out or repeat, in a file',
    run: async (api) => {
      const codes = [newCode(), newCode()];
      const rows = ['2026-03-29T02:30', '2026-10-25 02:30:00'].map(
        (cell, i) => `${codes[i]},甲${i},${cell}`,
      );
      const days = await daysOf(api, `项目编号,项目名称,计划开工时间\n${rows.join('\n')}\n`, codes);
      return unequal('the days', days, ['2026-03-29', '2026-10-25']);
    },
  },
  {
    id: 'F5-07',
    what: 'one moment in Tokyo and in Shanghai',
    run: async (api) => {
      const codes = [newCode(), newCode()];
      const rows = ['2026-03-01T00:30+09:00', '2026-02-28T23:30+08:00'].map(
        (cell, i) => `${codes[i]},甲${i},${cell}`,
      );
      const days = await daysOf(api, `项目编号,项目名称,计划开工时间\n${rows.join('\n')}\n`, codes);
      const { items } = await api.get<{ items: Revision[] }>('/api/v1/revisions');
      // a cell names a day where it was written; a moment from us is the same everywhere
      return [
        ...unequal('the days', days, ['2026-03-01', '2026-02-28']),
        ...unequal('it', items[0]?.recorded_at, '2021-05-10T08:00:00.000Z'),
      ];
    },
  },
  day('F5-08', '10000-01-01', [400]),
  day('F5-10', '2026-W53', [400]),
  day('F5-11', '1767225600', [400]),
  ...(
    [
      ['2022-05-10', [400]],
      ['2021-05-09', [201]],
    ] as const
  ).map(
    ([valid_from, right]): Recipe<TestApi> => ({
      id: 'F5-12',
      what: `a clock that says ${valid_from} on 2021-05-10`,
      run: async (api) => {
        const body = { code: newCode(), stage: 'lead', facts: { name: 'x' }, valid_from };
        return unlike('it', (await api.send('POST', '/api/v1/projects', { body })).status, right);
      },
    }),
  ),
  day('F5-13', '2026-01-01T00:00:00+05:30', [400]),
  day('F5-14', '2016-12-31T23:59:60Z', [400]),
  {
    id: 'F5-09',
    what: 'the end before the start',
    run: async (api) => {
      const answer = await api.send('GET', '/api/v1/changes?from=2021-04-17&to=2021-04-16');
      return unlike('it', answer.status, [400]);
    },
  },
];
