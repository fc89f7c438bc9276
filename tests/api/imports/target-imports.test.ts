import { zipSync, strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { inEach, makeRent } from '../../setup/api/targets/target-fields.ts';
import { patchZone, previewTargetFile, sendTargets } from '../../setup/api/targets/target-files.ts';

const indicators = [
  makeRent({ name: { 'zh-CN': '租金', ja: '賃料', en: 'Rent' } }),
  { id: 'staff', kind: 'stock', unit: 'jobs', name: inEach('Staff'), definition: inEach('Staff') },
];
const makeTarget = (year: number) => ({
  id: `rent-${year}`,
  indicator: 'rent',
  comparator: '>=',
  value: '980000000',
  deadline: `${year}-12-31`,
  period: { kind: 'year', year },
});

describe.each(engines)('targets from a file on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/zone', { body: { base_currency: 'CNY' } });
    await patch({ indicators });
  });
  afterEach(() => api.close());
  const patch = (body: object) => patchZone(api, body);
  const preview = (content: BlobPart) => previewTargetFile(api, content);
  const faults = async (...lines: string[]) =>
    (
      await preview(['Indicator,Period,Target,Unit,Condition,Deadline', ...lines].join('\n'))
    ).rows.map(({ outcome, fault, field }) => [outcome, fault, field].filter(Boolean).join(' '));

  test.each([
    ['zh', '指标,年度,目标值（亿元）,责任单位\n租金,2026年,不少于9.8,发改局'],
    ['ja', '指標,年度,目標値,単位,担当部署\n賃料,2026年度,9.8,億元,発改局'],
    ['en', 'Indicator,Year,Target,Unit,Responsible unit\nRent,2026,">= 980",CN¥ mn,发改局'],
    ['ids', 'indicator,period,comparator,value,unit\nrent,2026,>=,980000000,CNY'],
  ])('headings in %s are read, and the preview writes nothing', async (_, file) => {
    const before = await api.get<ZoneProfile>('/api/v1/zone');
    const { rows, unused } = await preview(file);
    expect([unused, rows.map(({ outcome }) => outcome)]).toEqual([[], ['new']]);
    expect(rows[0]?.target).toMatchObject({
      ...makeTarget(2026),

      source: 'targets.csv',
      baseline_date: '2025-12-31',
    });
    expect(await api.get<ZoneProfile>('/api/v1/zone')).toEqual(before);
  });

  test('quarters, the final target and plans are read; the confirmed ones are one revision', async () => {
    const { rows, unused } = await preview(
      [
        'Indicator,Period,Target,Unit,Deadline,2026-06,2026-09,Remark',
        'Rent,2026,9.8,亿元,,40%,70%,x',
        'Rent,Q3 2026,7,亿元,,,,',
        'Staff,final,2万,人,2030-12-31,,,',
        'Staff,2026,900,,,400,700,',
      ].join('\n'),
    );
    expect(unused).toEqual(['Remark']);
    const targets = rows.map(({ target }) => target);
    expect(targets).toMatchObject([
      { plan: { path: 'checkpoints', checkpoints: [{ date: '2026-06-30', share: 0.4 }, {}] } },
      { id: 'rent-2026-q3', value: '700000000', deadline: '2026-09-30' },
      { id: 'staff', value: '20000', deadline: '2030-12-31' },
      { plan: { path: 'monthly', values: [{ month: '2026-06', value: '400' }, {}] } },
    ]);
    const count = async () =>
      (await api.get<{ items: readonly unknown[] }>('/api/v1/revisions')).items.length;
    const was = await count();
    expect((await patch({ targets })).status).toBe(200);
    expect(await count()).toBe(was + 1);
    const file = 'Indicator,Period,Target,Unit\nStaff,2026,900,jobs\nRent,2026,10.2,亿元';
    const again = await preview(file);
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'changed']);
    expect(again.rows[1]?.before?.value).toBe('980000000');
  });

  test('a wrong cell is named with its row; nothing is guessed', async () => {
    expect(
      await faults(
        'Moon,2026,9,亿元,,',
        'Rent,,9,亿元,,',
        'Rent,soon,9,亿元,,',
        'Rent,2026,,亿元,,',
        'Rent,2026,many,亿元,,',
        'Rent,2026,9,,,',
        'Rent,2026,9,亿美元,,',
        'Staff,2026,9,亿元,,',
        'Staff,2026,1.5,人,,',
        'Staff,2026,-3,人,,',
        'Rent,2026,9,亿元,about,',
        'Rent,2026,9,亿元,,someday',
        'Rent,2026,9,亿元,,2027-01-01',
        'Rent,2026,1e9,元,,',
        'Rent,2301,9,亿元,,',
      ),
    ).toEqual([
      'wrong unknown_indicator indicator',
      'wrong no_period period',
      'wrong unknown_period period',
      'wrong no_value value',
      'wrong not_a_number value',
      'wrong no_unit value',
      'wrong other_unit value',
      'wrong other_unit value',
      'wrong not_whole value',
      'wrong negative value',
      'wrong wrong_comparator comparator',
      'wrong wrong_day deadline',
      'wrong deadline_outside_period deadline',
      'wrong other_unit value',
      'wrong unknown_period period',
    ]);
    expect(await faults('Rent,2026,9,亿元,,', 'Rent,2026,8,亿元,,')).toEqual([
      'new',
      'wrong twice indicator',
    ]);
  });

  test('hostile files are refused in words, and nothing changes', async () => {
    const before = await api.get<ZoneProfile>('/api/v1/zone');
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'x.bin': new Uint8Array(1 << 20) });
    const wide = `${Array.from({ length: 800 }, (_, at) => `c${at}`).join(',')}\n`;
    const rows = Array.from({ length: 501 }, (_, at) => `Rent,${1600 + at},1,亿元`).join('\n');
    for (const [name, content] of [
      ['empty', ''],
      ['no table', 'hello'],
      ['a register', '项目编号,项目名称\nA,B'],
      ['binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
      ['zip', bomb],
      ['wide', wide],
      ['nul', '\u0000\u0000'],
      ['too many', `Indicator,Period,Target,Unit\n${rows}`],
    ] as const) {
      const response = await sendTargets(api, content as BlobPart);
      const { code } = (await response.json()) as Problem;
      expect([name, response.status, /^import_/.test(code)]).toEqual([name, 422, true]);
    }
    const { rows: odd } = await preview(
      'Indicator,Period,Target,Unit\n"=cmd()",2026,9,亿元\n"<script>",2026,9,亿元\nRent,2026,９.８,亿元\n__proto__,2026,1,元',
    );
    expect(odd.map(({ outcome }) => outcome)).toEqual(['wrong', 'wrong', 'new', 'wrong']);
    expect(odd[2]?.target?.value).toBe('980000000');
    expect(await api.get<ZoneProfile>('/api/v1/zone')).toEqual(before);
  });
});
