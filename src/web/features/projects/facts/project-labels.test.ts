import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Amount } from '#domain/projects/project.ts';
import { languages } from '#domain/values/language.ts';
import { moneyColumn } from './project-labels.ts';

const yuan = (minor: string, more: Omit<Amount, 'money'> = {}): Amount => ({
  money: { minor, currency: 'CNY' },
  ...more,
});

it('a column uses the unit of its median amount and shows no positive amount as 0', () => {
  const amounts = [
    yuan('90000000000'),
    yuan('218000000'),
    yuan('25000000000'),
    yuan('1'),
    yuan('0'),
  ];
  const column = moneyColumn(amounts, 'en');
  expect([column.unit, amounts.map(column.cell)]).toEqual([
    'CN¥ mn',
    ['900.00', '2.18', '250.00', '0.00000001', '0.00'],
  ]);
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 16n }), { minLength: 1 }),
      fc.constantFrom(...languages),
      (minors, language) => {
        const all = minors.map((minor) => yuan(minor.toString()));
        const { cell } = moneyColumn(all, language);
        const digits = all.map((amount) => cell(amount).split('.')[1]?.length ?? 0);
        return (
          all.every(
            (amount) => /^[\d,]+(?:\.\d+)?$/.test(cell(amount)) && /[1-9]/.test(cell(amount)),
          ) && new Set(digits.map((n) => Math.min(n, 2))).size === 1
        );
      },
    ),
    { examples: [[[1n, 1_229_500_000_000_000n], 'zh-CN']] },
  );
});

it('keeps the qualifier of an amount, and gives the reason for a missing one', () => {
  const column = moneyColumn(
    [yuan('90000000000', { qualifier: 'about' }), { missing: 'not_readable', text: 'lots' }],
    'zh-CN',
  );
  expect(column.unit).toBe('亿元');
  expect(column.cell(yuan('90000000000', { qualifier: 'about' }))).toBe('约9');
  expect(column.cell({ missing: 'not_readable', text: 'lots' })).toBe('无法识别');
});

// seen to fail: the head named three units, and the table lost its last columns at 1440 px
it('a column of several currencies writes each amount with its unit, and none in the head', () => {
  const yen: Amount = { money: { minor: '8080000000', currency: 'JPY' } };
  const column = moneyColumn([yuan('90000000000'), yen], 'en');
  expect([column.unit, column.cell(yen), column.around(yen)]).toEqual([
    undefined,
    'JP¥8.08bn',
    { before: '', after: '' },
  ]);
});

// seen to fail: PEN 239.15mn, PEN 238mn, PEN 231.6mn in one column beside euros
it('amounts of one currency have equal digits beside another currency', () => {
  const amounts = [yuan('23915000000'), yuan('23800000000'), yuan('23160000000')];
  const dollars: Amount = { money: { minor: '20000000000', currency: 'USD' } };
  const { cell } = moneyColumn([...amounts, dollars], 'en');
  expect(amounts.map(cell)).toEqual(['CN¥239.15mn', 'CN¥238.00mn', 'CN¥231.60mn']);
  expect(cell(dollars)).toBe('US$200mn');
});

// seen to fail: 1,686,694.1万ボリビア・ボリビアーノ below the projects, 168.67億 everywhere else
it('a sum beside other currencies has the unit of sums on the page', () => {
  const [one, yen] = [yuan('1234567000'), { money: { minor: '80800', currency: 'JPY' } }];
  const sum = { minor: '1686694100000', currency: 'CNY' };
  const units = () => ({ sum: '16866941000', single: '12345670' });
  expect(moneyColumn([one, yen, { money: sum }], 'zh-CN', { units }).sum(sum)).toBe('168.7亿元');
  expect(moneyColumn([one, { money: sum }], 'zh-CN', { units }).sum(sum)).toBe('1,686,694.10');
});

// seen to fail: 37,433.00万ユーロ in print, 37,433万ユーロ on the cards
it.each([
  ['ja', ['37,433万ユーロ', '1,200万ユーロ'], ['37,433', '1,200']],
  ['zh-CN', ['37,433万欧元', '1,200万欧元'], ['37,433', '1,200']],
  ['en', ['€374.33mn', '€12.00mn'], ['374.33', '12.00']],
] as const)('%s: amounts that are whole in their unit have no zeros', (language, both, alone) => {
  const euros = (major: string): Amount => ({ money: { minor: `${major}00`, currency: 'EUR' } });
  const [sum, one] = [euros('374330000'), euros('12000000')];
  const units = () => ({ sum: '12000000', single: '12000000' });
  const { cell } = moneyColumn([sum, one, yuan('123456700')], language, { units });
  expect([sum, one].map(cell)).toEqual(both);
  const column = moneyColumn([sum, one], language, { units });
  expect([sum, one].map(column.cell)).toEqual(alone);
});
