import { expect, test } from 'vitest';
import { splitLanguages } from './header-languages.ts';
import { matchHeader } from './match-header.ts';

test.each([
  ['Project Name / اسم المشروع', ['Project Name', 'اسم المشروع']],
  ['项目名称\nProject Name', ['项目名称', 'Project Name']],
  ['项目名称 Project Name', ['项目名称', 'Project Name']],
  ['投资额（万元） / Investment (RMB 10k)', ['投资额（万元）', 'Investment (RMB 10k)']],
  // one language, whatever its signs and units
  ['Project / Site', []],
  ['总投资 (USD)', []],
  ['总投资 / 万元', []],
  ['EV项目', []],
])('%s is divided into its languages', (header, languages) => {
  expect(splitLanguages(header)).toEqual(languages);
});

test('a long text is no header of two languages', () => {
  const text = '项目名称 Project Name';
  expect(splitLanguages(text.padStart(200, '项'))).toHaveLength(2);
  expect(splitLanguages(text.padStart(201, '项'))).toEqual([]);
});

// seen to fail: the words matched no synonym, and the pound of the first unit was asked
test('a heading of two languages has the meaning and the unit that either language tells', () => {
  const cost = matchHeader('', 'التكلفة الاستثمارية (مليون جنيه) / Investment Cost (EGP mn)');
  expect([cost.match, cost.unit?.amount]).toMatchObject([
    { field: 'total_investment' },
    { power: 6, currency: 'EGP' },
  ]);
  expect(matchHeader('', 'تاريخ آخر / Expected Operation').match).toEqual({
    kind: 'synonym',
    field: 'op_plan',
  });
});
