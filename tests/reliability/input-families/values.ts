// F4 and F5: numbers and days whose right answer is more than a refusal; every field takes their
// values in bad-input.ts. Seen to fail: with
// from1904 of importing/cells/date.ts giving what it was given, F5-04 is four years early.
import type { Overview } from '#domain/overview/overview.ts';
import { formatNumber } from '#domain/values/format.ts';
import { languages } from '#domain/values/language.ts';
import type { Revision } from '#contract/revisions/schemas.ts';
import { book, sheetData } from '../../import/zip.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { shapeRecipes } from './shapes.ts';
import { textRecipes } from './texts.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { tryAll, unlike, type Recipe } from './numbered-case.ts';
import {
  create,
  csvLine,
  imported,
  money,
  newCode,
  preview,
  read,
  unequal,
} from './values-setup.ts';

/** What an import makes of one amount in 万元: its minor units, and whether its cell is named. */
async function amountOf(
  api: TestApi,
  cell: string,
): Promise<{ readonly minor: string | undefined; readonly told: boolean }> {
  const shown = await preview(
    api,
    `项目编号,项目名称,总投资（万元）\nQ1,甲,"${cell.replaceAll('"', '""')}"\n`,
  );
  return { minor: shown.sums[0]?.minor, told: shown.problems.length > 0 };
}
const amounts = (
  id: Recipe<TestApi>['id'],
  what: string,
  cells: Readonly<Record<string, string | undefined>>,
): Recipe<TestApi> => ({
  id,
  what,
  run: async (api) => {
    const faults: string[] = [];
    for (const [cell, minor] of Object.entries(cells)) {
      const found = await amountOf(api, cell);
      faults.push(...unequal(JSON.stringify(cell), found.minor, minor));
      if (minor === undefined && !found.told)
        faults.push(`${JSON.stringify(cell)} is left out without a word`);
    }
    return faults;
  },
});
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
  const found = await Promise.all(codes.map((code) => read(api, code)));
  return found.map(({ milestones }) => milestones.find((m) => m.type === 'start')?.plan);
}

const numberRecipes: readonly Recipe<TestApi>[] = [
  {
    id: 'F4-01',
    what: '9007199254740993 fen',
    run: async (api) => {
      const { code } = await create(api, money('9007199254740993'));
      return unequal(
        'it',
        (await read(api, code)).amounts.total_investment?.money?.minor,
        '9007199254740993',
      );
    },
  },
  {
    id: 'F4-02',
    what: '0.1 + 0.2',
    run: async (api) => {
      await create(api, { ...money('10', 'KWD') });
      await create(api, { ...money('20', 'KWD') });
      const { strip } = await api.get<Overview>('/api/v1/overview');
      const sums = strip.groups.flatMap(({ amounts: all }) =>
        all.filter(({ currency }) => currency === 'KWD'),
      );
      return unequal(
        'the sum',
        sums.map(({ minor }) => minor),
        ['30'],
      );
    },
  },
  amounts('F4-03', 'numbers beyond every size', {
    '1e309': undefined,
    [`1${'0'.repeat(30)}`]: undefined,
  }),
  amounts('F4-04', 'what is no number', { Infinity: undefined, '-Infinity': undefined, '-0': '0' }),
  amounts('F4-05', 'separators of each kind', {
    '1,234.56': '1234560000',
    '1.234,56': '1234560000',
    '1 234,56': '1234560000',
  }),
  amounts('F4-06', 'blanks of each kind', {
    '1\u00a0234,56': '1234560000',
    '1\u202f234,56': '1234560000',
  }),
  amounts('F4-07', 'digits of other scripts', { '٣٫٥': undefined }),
  amounts('F4-08', 'an investment below zero, in brackets, is no amount', { '(1,000)': undefined }),
  amounts('F4-09', 'a share in a column of amounts', { '12%': undefined, '0.12': '120000' }),
  amounts('F4-10', 'an exponent; what is finer than the minor unit is rounded', {
    '1e5': '100000000000',
    '1e-9': '0',
  }),
  {
    id: 'F4-11',
    what: '-0.004 is nothing below zero',
    run: async () =>
      languages.flatMap((language) =>
        unequal(language, formatNumber('-0.004', language, 2), '0.00'),
      ),
  },
  {
    id: 'F4-12',
    what: '999,999,999,999,999.99 in the API and in the clean CSV',
    run: async (api) => {
      const { code } = await create(api, money('99999999999999999'));
      return [
        ...unequal(
          'it',
          (await read(api, code)).amounts.total_investment?.money?.minor,
          '99999999999999999',
        ),
        ...((await csvLine(api, code)).includes('999999999999999.99')
          ? []
          : ['the CSV has another amount']),
      ];
    },
  },
  {
    id: 'F4-13',
    what: 'sums beyond 2^63',
    run: async (api) => {
      for (let i = 0; i < 2; i += 1) await create(api, money('9223372036854775807', 'AED'));
      const { strip } = await api.get<Overview>('/api/v1/overview');
      const sums = strip.groups.flatMap(({ amounts: all }) =>
        all.filter(({ currency }) => currency === 'AED'),
      );
      return unequal(
        'the sum',
        sums.map(({ minor }) => minor),
        ['18446744073709551614'],
      );
    },
  },
  {
    id: 'F4-14',
    what: '123456789.0123456789 comes back to the last digit',
    run: async (api) => {
      const rate = {
        base: 'JPY',
        quote: 'CNY',
        day: '2021-03-01',
        per_units: 100,
        rate: '123456789.0123456789',
        source: 'CFETS',
      };
      const answer = await api.send('POST', '/api/v1/exchange-rates', { body: { rates: [rate] } });
      const found = await api.get<{ items: { rate: string }[] }>('/api/v1/exchange-rates');
      return [
        ...unlike('it', answer.status, [201]),
        ...unequal('the rate', found.items[0]?.rate, rate.rate),
      ];
    },
  },
];
const dayRecipes: readonly Recipe<TestApi>[] = [
  day('F5-01', '2024-02-29', [201]),
  day('F5-01', '2023-02-29', [400]),
  day('F5-02', '31.12.2026', [400]),
  {
    id: 'F5-03',
    what: '01/02/2026 asks, and is not guessed',
    run: async (api) => {
      const shown = await preview(api, '项目编号,项目名称,计划开工时间\nQ1,甲,01/02/2026\n');
      const asked = shown.questions.find(({ id }) => id === 'date_order');
      return asked === undefined
        ? ['it is not asked']
        : unequal('a default', asked.default, undefined);
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
      // a cell names a day where it was written; a moment of our own is one for all
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

const recipes = [...numberRecipes, ...dayRecipes, ...textRecipes, ...shapeRecipes];
/** The numbers of each family that have an answer of their own. */
export const numbersAnswered: Readonly<Record<string, ReadonlySet<string>>> = {
  F4: new Set(numberRecipes.map(({ id }) => id)),
  F5: new Set(dayRecipes.map(({ id }) => id)),
  F6: new Set(textRecipes.map(({ id }) => id)),
  F10: new Set(shapeRecipes.map(({ id }) => id)),
};

export const valueTest: ReliabilityTest = {
  id: 'R-72 F4 F5 F6 F10',
  title: 'recipes of numbers, days, characters and shapes that have an answer of their own',
  async run(runOptions) {
    const faults: string[] = [];
    for (const engine of runOptions.share < 1 ? engines.slice(0, 1) : engines) {
      const api = await openApi(engine);
      faults.push(...(await tryAll(recipes, api)).map((fault) => `${engine.name} ${fault}`));
      await api.close();
    }
    return outcome(`${recipes.length} recipes`, faults);
  },
};
