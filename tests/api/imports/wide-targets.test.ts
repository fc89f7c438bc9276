import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TargetPreview } from '#contract/imports/schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { inEach, makeRent } from '../../setup/api/targets/target-fields.ts';
import { patchZone, previewTargetFile } from '../../setup/api/targets/target-files.ts';

const indicators = [
  makeRent({ name: inEach('Rent') }),
  { id: 'staff', kind: 'stock', unit: 'jobs', name: inEach('Staff'), definition: inEach('Staff') },
];

// seen to fail: "No row names an indicator and a target value" of a table of indicators by years
describe.each(engines)('a table of targets with a column for each year on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine, { clock: () => new Date('2026-11-30T12:00:00Z') });
    await api.send('POST', '/api/v1/zone', { body: { base_currency: 'CNY' } });
    await patch({ indicators });
  });
  afterEach(() => api.close());
  const patch = (body: object) => patchZone(api, body);
  const preview = (...lines: string[]) => previewTargetFile(api, lines.join('\n'));
  const summary = ({ rows }: TargetPreview) =>
    rows.map(({ target, fault }) =>
      target === undefined
        ? fault
        : `${target.id ?? target.indicator} ${target.value} ${target.deadline}`,
    );

  test.each([
    ['years', 'Indicator,Unit,2027,2028,2030'],
    ['years with words', 'Key performance indicator,Unit,Target 2027,2028 target,Goal for 2030'],
    ['Chinese', '指标,单位,2027年,2028年目标,2030年目标值'],
    ['Japanese', '指標,単位,2027年度,2028年目標,2030年度目標値'],
    ['Spanish', 'Indicador,Unidad,Meta 2027,Meta 2028,Meta 2030'],
    ['Russian', 'Показатель,Единица измерения,Цель на 2027 год,Цель на 2028 год,Цель на 2030 год'],
    ['two rows of headings', 'Indicator,Unit,Target,,\n,,2027,2028,2030'],
    ['names under Target', 'Target,Unit,2027,2028,2030'],
  ])('reads %s; the last year is the final target', async (_, headings) => {
    const read = await preview(headings, 'Staff,jobs,900,"1,200",2000', 'Rent,CNY million,1,,3.5');
    expect(read.unused).toEqual([]);
    expect(summary(read)).toEqual([
      'staff-2027 900 2027-12-31',
      'staff-2028 1200 2028-12-31',
      'staff 2000 2030-12-31',
      'rent-2027 1000000 2027-12-31',
      'rent 3500000 2030-12-31',
    ]);
    expect((await patch({ targets: read.rows.map(({ target }) => target) })).status).toBe(200);
    const again = await preview(headings, 'Staff,jobs,900,"1,200",2100');
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'changed']);
  });

  test('reads the baseline with its year, and units in headings', async () => {
    const { rows } = await preview(
      'Indicator,Baseline 2024,Target 2027 (CN¥ mn)',
      'Rent,0.8 million,2.5',
    );
    expect(rows.map(({ fault, field }) => [fault, field])).toEqual([['other_unit', 'baseline']]);
    const counted = await preview('Indicador,Unidad,Meta 2027', 'Staff,puestos de trabajo,900');
    expect(counted.rows[0]?.target?.value).toBe('900');
    const read = await preview('Indicator,Baseline 2024,Target 2027', 'Staff,420,900');
    expect(read.rows[0]?.target).toMatchObject({ baseline: '420', baseline_date: '2024-12-31' });
  });

  test('takes no past year alone for a target, no dash for a number, and names a wrong row once', async () => {
    const read = await preview(
      'Indicator,Unit,2024,2025,2026,2028',
      'Staff,jobs,400,450,–,900',
      'Moon,jobs,1,2,3,4',
    );
    expect(read.unused).toEqual(['2024', '2025']);
    expect(summary(read)).toEqual(['staff 900 2028-12-31', 'unknown_indicator']);
  });

  test('keeps the final target of another year and a stored target of the last year', async () => {
    const first = await preview('Indicator,Unit,2027,2035', 'Staff,jobs,900,4000');
    await patch({ targets: first.rows.map(({ target }) => target) });
    const read = await preview('Indicator,Unit,2027,2030', 'Staff,jobs,950,2000');
    expect(summary(read)).toEqual(['staff-2027 950 2027-12-31', 'staff-2030 2000 2030-12-31']);
  });
});
