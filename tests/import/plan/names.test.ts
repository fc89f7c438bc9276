import { describe, expect, it } from 'vitest';
import { matchHeader } from '#server/imports/headers/match-header.ts';
import { freshStore, planOf, storeAfter } from '../import-context.ts';

const own = { file_kind: 'own_register' };
const read = (file: string, register = freshStore) => planOf(file, 'r.csv', own, register);
const fieldOf = (header: string) => {
  const { match } = matchHeader('', header);
  return match.kind === 'synonym' ? match.field : match.kind;
};

const whole = `项目编号,项目名称,项目英文名称,プロジェクト名（日本語）,投资方,投资方英文名,总投资（万元）
A1,热泵项目,Heat pumps,ヒートポンプ事業,北斗能源,Hokuto Energy,100
A2,电池项目,,,东海,,200
`;

describe('translated names in a register', () => {
  it('reads each into its language and keeps the original', async () => {
    const { records } = await read(whole);
    expect(records[0]?.facts).toMatchObject({
      name: '热泵项目',
      names: { en: 'Heat pumps', ja: 'ヒートポンプ事業' },
      investor: '北斗能源',
      investor_names: { en: 'Hokuto Energy' },
    });
    expect(records[1]?.facts).not.toHaveProperty('names');
    expect(records[0]?.facts).not.toHaveProperty('extra');
  });

  it('a file without the columns keeps them, a file with an empty cell removes one', async () => {
    const first = await read(whole);
    const without = '项目编号,项目名称,总投资（万元）\nA1,热泵项目,150\nA2,电池项目,200\n';
    const nextPlan = await read(without, storeAfter(first));
    expect(nextPlan.records.find(({ code }) => code === 'A1')?.facts).toMatchObject({
      names: { en: 'Heat pumps', ja: 'ヒートポンプ事業' },
    });
    const emptied = await read(whole.replace('Heat pumps', ''), storeAfter(first));
    expect(emptied.records.find(({ code }) => code === 'A1')?.facts.names).toEqual({
      ja: 'ヒートポンプ事業',
    });
    expect(emptied.preview.changes).toContainEqual(
      expect.objectContaining({ code: 'A1', field: 'names.en', from: 'Heat pumps' }),
    );
  });

  it('a file in another language that shows known translations renames neither project nor investor', async () => {
    const first = await read(whole);
    const csv =
      'Project ID,Project name,Investor,Planned investment (CNY)\nA1,Heat pumps,Hokuto Energy,1000000\n';
    const again = await read(csv, storeAfter(first));
    expect(again.preview.rows).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('the first translated name is the original where no other column names the projects', async () => {
    const { records } = await read(
      'Project name (English),Project name (Chinese),Investor (English)\nHeat pumps,热泵,Hokuto\n',
    );
    expect(records[0]?.facts).toMatchObject({
      name: 'Heat pumps',
      names: { 'zh-CN': '热泵' },
      investor: 'Hokuto',
    });
  });

  it('a header over two rows names the language below', async () => {
    const { records } = await read(
      '项目编号,项目名称,,总投资（万元）\n,中文,英文,\nA1,热泵,Heat pumps,1\nA2,电池,Batteries,2\n',
    );
    expect(records[0]?.facts).toMatchObject({ name: '热泵', names: { en: 'Heat pumps' } });
  });
});

it.each([
  ['项目英文名称', 'project_name_en'],
  ['项目名称（英文）', 'project_name_en'],
  ['英文名称', 'project_name_en'],
  ['項目英文名稱', 'project_name_en'],
  ['Project name (English)', 'project_name_en'],
  ['English name', 'project_name_en'],
  ['プロジェクト名（英語）', 'project_name_en'],
  ['案件名（英語）', 'project_name_en'],
  ['日文名称', 'project_name_ja'],
  ['日本語名', 'project_name_ja'],
  ['Japanese name', 'project_name_ja'],
  ['中文名称', 'project_name_zh'],
  ['Chinese name', 'project_name_zh'],
  ['案件名（中国語）', 'project_name_zh'],
  ['投资方英文名', 'investor_name_en'],
  ['投资方英文名称', 'investor_name_en'],
  ['投資者名（英語）', 'investor_name_en'],
  ['Investor (English)', 'investor_name_en'],
  ['Investor name (Japanese)', 'investor_name_ja'],
  ['投资方中文名称', 'investor_name_zh'],
  ['项目名称', 'project_name'],
  ['Project name', 'project_name'],
  ['投资方', 'investor_name'],
])('the header %s means %s', (header, field) => expect(fieldOf(header)).toBe(field));

it.each(['企业英文名称', '国家英文名称', 'Country name in English', '公司中文名称'])(
  'the header %s names no project',
  (header) => expect(fieldOf(header)).not.toMatch(/_name_/),
);
