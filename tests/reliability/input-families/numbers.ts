// F4: numbers with an expected result besides a refusal.
import type { Overview } from '#domain/overview/overview.ts';
import { formatNumber } from '#domain/values/format.ts';
import { languages } from '#domain/values/language.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { create, csvLine, money, preview, read, unequal } from './values-setup.ts';

/** The result of an import of one amount in 万元: its minor units, and whether its cell is named. */
async function amountOf(
  api: TestApi,
  cell: string,
): Promise<{ readonly minor: string | undefined; readonly hasProblem: boolean }> {
  const report = await preview(
    api,
    `项目编号,项目名称,总投资（万元）\nQ1,甲,"${cell.replaceAll('"', '""')}"\n`,
  );
  return { minor: report.sums[0]?.minor, hasProblem: report.problems.length > 0 };
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
      const amount = await amountOf(api, cell);
      faults.push(...unequal(JSON.stringify(cell), amount.minor, minor));
      if (minor === undefined && !amount.hasProblem)
        faults.push(`${JSON.stringify(cell)} is left out without a word`);
    }
    return faults;
  },
});

export const numberRecipes: readonly Recipe<TestApi>[] = [
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
  amounts('F4-07', 'digits of other scripts', { '٣٫٥': '3500000', '۳٬۵۰۰': '3500000000' }),
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
      const rates = await api.get<{ items: { rate: string }[] }>('/api/v1/exchange-rates');
      return [
        ...unlike('it', answer.status, [201]),
        ...unequal('the rate', rates.items[0]?.rate, rate.rate),
      ];
    },
  },
];
