// F6: characters and encodings, by the API and in files. Seen to fail: without the normalisation of
// codes, F6-05 makes a second project; with cutText cutting at its count, F6-06 keeps half of a
// family.
import type { TestApi } from '../../setup/api/api.ts';
import { encode } from '../imports/texts.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import {
  body,
  create,
  csvLine,
  imported,
  newCode,
  preview,
  read,
  unequal,
} from './values-setup.ts';

const family = '👨‍👩‍👧‍👦';
const scripts = [
  'شركة 12',
  family,
  '中日（青岛）地方发展合作示范区 神奈川県 徳島 髙﨑 𠮷野',
  'x'.repeat(300),
];
/** The text under a name in the preview of a file in one encoding. */
const readAs = (
  id: Recipe<TestApi>['id'],
  what: string,
  encoding: string,
  text: string,
  right: string,
): Recipe<TestApi> => ({
  id,
  what,
  run: async (api) => {
    const report = await preview(api, encode(text, encoding));
    const name = report.columns.find((column) => column.field === 'project_name');
    return [
      ...unequal('the encoding', report.encoding, encoding),
      ...unequal('the name', name?.examples[0], right),
    ];
  },
});

export const textRecipes: readonly Recipe<TestApi>[] = [
  {
    id: 'F6-01',
    what: 'é and e with an accent',
    run: async (api) => {
      const [first, second] = [
        await create(api, {}, 'caf\u00e9'),
        await create(api, {}, 'cafe\u0301'),
      ];
      return [
        ...unlike('the first', first.status, [201]),
        ...unlike('the second', second.status, [400, 409]),
      ];
    },
  },
  {
    id: 'F6-02',
    what: 'I ı İ i in a search',
    run: async (api) => {
      const { code } = await create(api, { name: 'DIYARBAKIR Istanbul' });
      const matches = await api.get<{ items: { code: string }[] }>('/api/v1/projects?q=istanbul');
      return matches.items.some((one) => one.code === code)
        ? []
        : ['istanbul does not find Istanbul'];
    },
  },
  {
    id: 'F6-03',
    what: 'texts of other scripts come back letter for letter',
    run: async (api) => {
      const faults: string[] = [];
      for (const name of scripts) {
        const { code } = await create(api, { name });
        faults.push(...unequal('the name', (await read(api, code)).name, name));
      }
      return faults;
    },
  },
  {
    id: 'F6-04',
    what: 'a mark that turns the direction, in a code and in a file name',
    run: async (api) => [
      ...unlike('the code', (await create(api, {}, '\u202egnp.exe')).status, [400]),
      ...unequal(
        'the file',
        (await preview(api, '项目编号,项目名称\nQ1,甲\n', '\u202egnp.csv')).file.replace(
          /[^a-z.]/g,
          '',
        ),
        'gnp.csv',
      ),
    ],
  },
  {
    id: 'F6-05',
    what: 'A and B with nothing seen between',
    run: async (api) => {
      await create(api, {}, 'AB');
      return unlike('the second', (await create(api, {}, 'A\u200bB')).status, [400, 409]);
    },
  },
  {
    id: 'F6-06',
    what: 'a family at the end of what is kept',
    run: async (api) => {
      const code = newCode();
      const report = await imported(
        api,
        `项目编号,项目名称\n${code},${'x'.repeat(498)}${family}\n`,
      );
      return [
        ...unequal('the name', (await read(api, code)).name, 'x'.repeat(498)),
        ...(report.problems.length === 0 ? ['it is cut without a word'] : []),
      ];
    },
  },
  body(
    'F6-07',
    'half a surrogate pair',
    `{"code":"S1","stage":"lead","facts":{"name":"\\ud800"}}`,
    [400],
  ),
  ...['\u0000', '\u0001', '\u000b'].map((control) =>
    body(
      'F6-08',
      `the control character ${control.charCodeAt(0)}`,
      { code: newCode(), stage: 'lead', facts: { name: `a${control}b` } },
      [400],
    ),
  ),
  {
    id: 'F6-08',
    what: 'control characters in a file',
    run: async (api) => {
      const code = newCode();
      const report = await imported(api, `项目编号,项目名称\n${code},a\u0001b\u000bc\n`);
      return [
        ...unequal('the name', (await read(api, code)).name, 'abc'),
        ...(report.problems.length === 0 ? ['they go without a word'] : []),
      ];
    },
  },
  readAs('F6-09', 'CSV with a mark', 'utf-8', '\ufeff项目编号,项目名称\nQ1,青岛\n', '青岛'),
  readAs(
    'F6-10',
    'GB18030 that nothing declares',
    'gb18030',
    '项目编号,项目名称\nQ1,青岛高端装备制造\n',
    '青岛高端装备制造',
  ),
  readAs('F6-11', 'UTF-16 with a mark', 'utf-16le', '项目编号,项目名称\nQ1,青岛\n', '青岛'),
  {
    id: 'F6-12',
    what: 'names of three scripts in the clean CSV',
    run: async (api) => {
      const [, , name = ''] = scripts;
      const { code } = await create(api, { name });
      return (await csvLine(api, code)).includes(name) ? [] : ['the CSV has another name'];
    },
  },
  {
    id: 'F6-13',
    what: 'a name of 10,000 characters',
    run: async (api) => {
      const [code, name] = [newCode(), '长'.repeat(10_000)];
      const refusal = await create(api, { name });
      const report = await imported(api, `项目编号,项目名称\n${code},${name}\n`);
      return [
        ...unlike('by the API, it', refusal.status, [400]),
        ...unequal('from a file, its length', (await read(api, code)).name.length, 500),
        ...(report.problems.length === 0 ? ['it is cut without a word'] : []),
      ];
    },
  },
  {
    id: 'F6-14',
    what: 'a Latin name with Cyrillic letters among them',
    run: async (api) => {
      const [twisted, plain] = [
        await preview(api, '项目编号,项目名称\nQ1,Аоyama\n'),
        await preview(api, '项目编号,项目名称\nQ1,Aoyama\n'),
      ];
      return unequal('warnings', [twisted.problems.length, plain.problems.length], [1, 0]);
    },
  },
];
