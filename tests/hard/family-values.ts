// F4 to F6 and F10: recipes whose right answer is more than a refusal; every field takes their values in bad-input.ts. Seen to fail:
// with seenCode of domain/codes.ts giving what it was given, F6-05 makes a second project.
import type { Overview } from '#domain/overview.ts';
import type { ProjectDetail } from '#domain/project.ts';
import { openApi, type TestApi } from '../setup/api.ts';
import { engines } from '../setup/stores.ts';
import { outcome, type HardTest } from './hard-test.ts';
import { tryAll, unlike, type Recipe } from './recipe.ts';

const projects = '/api/v1/projects';
let made = 0;
const create = async (api: TestApi, facts: object, code = `V${(made += 1)}`) => {
  const answer = await api.send('POST', projects, { body: { code, stage: 'registered', facts: { name: code, ...facts } } });
  return { status: answer.status, code, answer };
};
const read = (api: TestApi, code: string) => api.get<ProjectDetail>(`${projects}/${encodeURIComponent(code)}`);
const money = (minor: string, currency = 'CNY') => ({ 'amounts.total_investment': { money: { minor, currency } } });
const unequal = (what: string, got: unknown, wanted: unknown): readonly string[] =>
  JSON.stringify(got) === JSON.stringify(wanted) ? [] : [`${what} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];
/** What an import makes of one amount in 万元: its minor units, and whether its cell is named. */
async function imported(api: TestApi, cell: string): Promise<{ readonly minor: string | undefined; readonly told: boolean }> {
  const form = new FormData();
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  form.append('file', new File([`项目编号,项目名称,总投资（万元）\nQ1,甲,${quoted}\n`], 'r.csv'));
  const preview = (await (await api.send('POST', '/api/v1/imports', { body: form })).json()) as {
    sums: { minor: string }[];
    problems: { value?: string }[];
  };
  return { minor: preview.sums[0]?.minor, told: preview.problems.length > 0 };
}
const amounts = (id: Recipe<TestApi>['id'], what: string, cells: Readonly<Record<string, string | undefined>>): Recipe<TestApi> => ({
  id,
  what,
  run: async (api) => {
    const faults: string[] = [];
    for (const [cell, minor] of Object.entries(cells)) {
      const found = await imported(api, cell);
      faults.push(...unequal(JSON.stringify(cell), found.minor, minor));
      if (minor === undefined && !found.told) faults.push(`${JSON.stringify(cell)} is left out without a word`);
    }
    return faults;
  },
});
/** A day at a fact of a project. */
const day = (id: Recipe<TestApi>['id'], value: string, right: readonly number[]): Recipe<TestApi> => ({
  id,
  what: value,
  run: async (api) => unlike('it', (await create(api, { 'milestones.start.plan': value })).status, right),
});
const body = (id: Recipe<TestApi>['id'], what: string, of: unknown, right: readonly number[]): Recipe<TestApi> => ({
  id,
  what,
  run: async (api) => unlike('it', (await api.send('POST', projects, { body: of })).status, right),
});
const project = (more: object, facts: object = {}) => ({ code: `B${(made += 1)}`, stage: 'lead', facts: { name: 'x', ...facts }, ...more });

const recipes: readonly Recipe<TestApi>[] = [
  {
    id: 'F4-01',
    what: '9007199254740993 fen',
    run: async (api) => {
      const { code } = await create(api, money('9007199254740993'));
      return unequal('it', (await read(api, code)).amounts.total_investment?.money?.minor, '9007199254740993');
    },
  },
  {
    id: 'F4-02',
    what: '0.1 + 0.2',
    run: async (api) => {
      await create(api, { ...money('10', 'KWD') });
      await create(api, { ...money('20', 'KWD') });
      const { strip } = await api.get<Overview>('/api/v1/overview');
      const sums = strip.groups.flatMap(({ amounts: all }) => all.filter(({ currency }) => currency === 'KWD'));
      return unequal(
        'the sum',
        sums.map(({ minor }) => minor),
        ['30'],
      );
    },
  },
  amounts('F4-03', 'numbers beyond every size', { '1e309': undefined, [`1${'0'.repeat(30)}`]: undefined }),
  amounts('F4-04', 'what is no number', { Infinity: undefined, '-Infinity': undefined, '-0': '0' }),
  amounts('F4-05', 'separators of each kind', { '1,234.56': '1234560000', '1.234,56': '1234560000', '1 234,56': '1234560000' }),
  amounts('F4-06', 'blanks of each kind', { '1\u00a0234,56': '1234560000', '1\u202f234,56': '1234560000' }),
  amounts('F4-07', 'digits of other scripts', { '٣٫٥': undefined }),
  amounts('F4-08', 'a minus in brackets is told', { '(1,000)': '-1000000000' }),
  amounts('F4-09', 'a share in a column of amounts', { '12%': undefined, '0.12': '120000' }),
  amounts('F4-10', 'an exponent', { '1e5': '100000000000', '1e-9': undefined }),
  {
    id: 'F4-13',
    what: 'sums beyond 2^63',
    run: async (api) => {
      for (let i = 0; i < 2; i += 1) await create(api, money('9223372036854775807', 'AED'));
      const { strip } = await api.get<Overview>('/api/v1/overview');
      const sums = strip.groups.flatMap(({ amounts: all }) => all.filter(({ currency }) => currency === 'AED'));
      return unequal(
        'the sum',
        sums.map(({ minor }) => minor),
        ['18446744073709551614'],
      );
    },
  },
  day('F5-01', '2024-02-29', [201]),
  day('F5-01', '2023-02-29', [400]),
  day('F5-02', '31.12.2026', [400]),
  day('F5-08', '10000-01-01', [400]),
  day('F5-10', '2026-W53', [400]),
  day('F5-11', '1767225600', [400]),
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
  {
    id: 'F6-01',
    what: 'é and e with an accent',
    run: async (api) => {
      const [first, second] = [await create(api, {}, 'caf\u00e9'), await create(api, {}, 'cafe\u0301')];
      return [...unlike('the first', first.status, [201]), ...unlike('the second', second.status, [400, 409])];
    },
  },
  {
    id: 'F6-02',
    what: 'I ı İ i in a search',
    run: async (api) => {
      const { code } = await create(api, { name: 'DIYARBAKIR Istanbul' });
      const found = await api.get<{ items: { code: string }[] }>(`${projects}?q=istanbul`);
      return found.items.some((one) => one.code === code) ? [] : ['istanbul does not find Istanbul'];
    },
  },
  {
    id: 'F6-03',
    what: 'texts of other scripts come back letter for letter',
    run: async (api) => {
      const faults: string[] = [];
      for (const name of ['شركة 12', '👨‍👩‍👧‍👦', '中日（青岛）地方发展合作示范区 神奈川県 徳島 髙﨑 𠮷野', 'x'.repeat(300)]) {
        const { code } = await create(api, { name });
        faults.push(...unequal('the name', (await read(api, code)).name, name));
      }
      return faults;
    },
  },
  {
    id: 'F6-05',
    what: 'A and B with nothing seen between',
    run: async (api) => {
      await create(api, {}, 'AB');
      return unlike('the second', (await create(api, {}, 'A\u200bB')).status, [400, 409]);
    },
  },
  body('F10-03', 'keys that nobody may set', project({ createdBy: 'me', id: 1, version: 2 }), [400]),
  body('F10-07', 'a text for a number', project({}, { jobs_plan: '1' }), [400]),
  body('F10-12', 'a name of blanks', project({}, { name: ' \u3000 ' }), [400]),
  body('F10-14', 'a note of 1,000,000 characters', project({}, { remark: 'x'.repeat(1_000_000) }), [400]),
];

export const valueTest: HardTest = {
  id: 'R-72 F4 F5 F6 F10',
  what: 'recipes of numbers, days, characters and shapes that have an answer of their own',
  async run(asked) {
    const faults: string[] = [];
    for (const engine of asked.share < 1 ? engines.slice(0, 1) : engines) {
      const api = await openApi(engine);
      faults.push(...(await tryAll(recipes, api)).map((fault) => `${engine.name} ${fault}`));
      await api.close();
    }
    return outcome(`${recipes.length} recipes`, faults);
  },
};
