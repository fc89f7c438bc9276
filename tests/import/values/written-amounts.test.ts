import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { freshStore, planOf, questionIds, type WholePlan } from '../import-context.ts';

const own = { file_kind: 'own_register', as_of: '2026-07-01' };
/** A register of one amount column, with its cells. */
const register = (
  header: string,
  cells: readonly string[],
  answers: ImportAnswers = {},
  more = '',
): Promise<WholePlan> =>
  planOf(
    `Project ID;Project name;${header}${more === '' ? '' : ';Jobs (plan)'}\n${cells.map((cell, i) => `A${i};Project ${i};${cell}${more === '' ? '' : `;${more}`}`).join('\n')}\n`,
    'r.csv',
    { ...own, ...answers },
    freshStore,
  );
const money = (plan: WholePlan): readonly string[] =>
  plan.records.map(({ facts }) => {
    const amount = facts.amounts.total_investment;
    return amount?.money === undefined
      ? (amount?.missing ?? 'none')
      : `${amount.money.currency} ${amount.money.minor}`;
  });

describe('a unit in a header without brackets', () => {
  it.each([
    ['Total investment £m', ['5.2', '12'], ['GBP 520000000', 'GBP 1200000000']],
    ['总投资额万元', ['520'], ['CNY 520000000']],
    ['総投資額 百万円', ['520'], ['JPY 520000000']],
    ['Total investment in €', ['5200000'], ['EUR 520000000']],
    ['Total investment EUR mn', ['5.2'], ['EUR 520000000']],
    ['Total investment (Million - USD)', ['5.2'], ['USD 520000000']],
    ['Total investment in million USD', ['5.2'], ['USD 520000000']],
    ['Total investment (mil. Kč)', ['5.2'], ['CZK 520000000']],
    ['Total investment (KZT bn)', ['5.2'], ['KZT 520000000000']],
    ['Total investment (R million)', ['5.2'], ['ZAR 520000000']],
  ])('%s is read without a question', async (header, cells, expected) => {
    const plan = await register(header, cells);
    expect([money(plan), questionIds(plan)]).toEqual([expected, []]);
  });
  it('keeps the multiple of the header when cells name the currency', async () => {
    expect(money(await register('Total investment £m', ['£5.2', '$3']))).toEqual([
      'GBP 520000000',
      'USD 300000000',
    ]);
  });
  it('asks for the currency of a dollar sign and of rupees, not for the unit', async () => {
    for (const header of ['Total investment $m', 'Total investment (Rs. in Crore)'])
      expect(questionIds(await register(header, ['5.2']))).toEqual(['currency']);
    expect(
      money(await register('Total investment (Rs. in Crore)', ['5.2'], { currency: 'INR' })),
    ).toEqual(['INR 5200000000']);
  });
});

describe('a currency next to a number', () => {
  it('wins over the currency of its column', async () => {
    expect(
      money(await register('投資額（百万円）', ['300万ドル', '500', '8億人民元', '15億台湾ドル'])),
    ).toEqual(['USD 300000000', 'JPY 500000000', 'CNY 80000000000', 'TWD 150000000000']);
  });
  it('that several countries share is rejected in a column of another, and raises a question without one', async () => {
    const doubt = await register('Total investment (EUR)', ['5 mkr']);
    expect([money(doubt), doubt.preview.problems.map(({ row, value }) => [row, value])]).toEqual([
      ['not_readable'],
      [[2, '5 mkr']],
    ]);
    expect(questionIds(await register('Total investment', ['5 mkr']))).toEqual(['currency']);
    expect(money(await register('Total investment', ['5 mkr'], { currency: 'NOK' }))).toEqual([
      'NOK 500000000',
    ]);
  });
});

describe('one group of three digits after a point, with a currency', () => {
  const unsure = ['1.250 €', 'R$ 1.250', '₺1.250', '1.250 EUR'];
  it.each(unsure)('%s raises a question when nothing else proves the sign', async (cell) => {
    const plan = await register('Total investment', [cell]);
    expect(money(plan)).toEqual(['not_readable']);
    expect(questionIds(plan)).toContain('decimal_sign');
  });
  it('is read as thousands or decimals by the answer', async () => {
    expect(
      money(await register('Total investment', unsure, { unit: '1', decimal_sign: 'comma' })),
    ).toEqual(['EUR 125000', 'BRL 125000', 'TRY 125000', 'EUR 125000']);
    expect(
      money(await register('Total investment', ['1.250 €'], { unit: '1', decimal_sign: 'point' })),
    ).toEqual(['EUR 125']);
  });
  it.each([
    ['1.250.000 €', ['EUR 125000', 'EUR 125000000']],
    ['12,50 €', ['EUR 125000', 'EUR 1250']],
    ['12.5 €', ['EUR 125', 'EUR 1250']],
    ['1,250.50 €', ['EUR 125', 'EUR 125050']],
  ])('is decided by %s in the same column', async (other, expected) => {
    const plan = await register('Total investment', ['1.250 €', other], { unit: '1' });
    expect([money(plan), questionIds(plan)]).toEqual([expected, []]);
  });
  it('raises a question without a currency too, and is never silently read as a decimal', async () => {
    const plan = await register('Total investment (EUR)', ['1.250', '3.500']);
    expect([money(plan), questionIds(plan)]).toEqual([
      ['not_readable', 'not_readable'],
      ['decimal_sign'],
    ]);
    expect(plan.preview.problems).toEqual([]);
  });
});

it('removes binary noise from numbers', async () => {
  const plan = await register('Total investment (CNY 10,000)', [
    '0.30000000000000004',
    '1234.5600000000001',
    '0.7999999999999999',
    '33.3333333333',
  ]);
  const rounded = plan.preview.problems.filter(({ message }) => message.includes('rounded'));
  expect([money(plan), rounded.map(({ message }) => message)]).toEqual([
    ['CNY 300000', 'CNY 1234560000', 'CNY 800000', 'CNY 33333333'],
    [expect.stringContaining('rounded half to even: 1.')],
  ]);
});

describe('the size of the median project', () => {
  it('raises a question in any currency when impossibly large', async () => {
    for (const currency of ['GBP', 'JPY', 'CNY', 'VND']) {
      const plan = await register('Total investment', ['2390607000', '2700000000', '31000000000'], {
        currency,
        unit: '1000000',
      });
      expect([currency, questionIds(plan)]).toEqual([currency, ['magnitude']]);
      expect(
        questionIds(
          await register('Total investment', ['2390607000'], {
            currency,
            unit: '1000000',
            magnitude: 'right',
          }),
        ),
      ).toEqual([]);
    }
  });
  it('raises no doubt when usual in its currency', async () => {
    for (const [currency, value] of [
      ['GBP', '42000000'],
      ['JPY', '5000000000'],
      ['VND', '900000000000'],
      ['KWD', '12000000'],
    ] as const) {
      const plan = await register('Total investment', [value], { currency, unit: '1' });
      expect([currency, questionIds(plan), plan.preview.problems]).toEqual([currency, [], []]);
    }
  });
});

describe('one group of three digits after a comma', () => {
  const readColumn = async (
    headings: readonly [string, string, string],
    rows: readonly (readonly [string, string])[],
    answers: ImportAnswers = {},
  ) => {
    const lines = [
      [...headings, 'Date de signature'],
      ...rows.map(([amount, jobs], at) => [`Usine ${at + 1}`, amount, jobs, '2020-03-01']),
    ];
    const plan = await planOf(lines.map((line) => line.join(';')).join('\n'), 'r.csv', {
      ...own,
      ...answers,
    });
    return {
      money: money(plan),
      open: plan.preview.questions.flatMap(({ id, default: usual }) =>
        usual === undefined ? [id] : [],
      ),
    };
  };
  const french = ['Nom du projet', 'Montant prévu (MDT)', 'Emplois à créer'] as const;
  const rows = [
    ['41,315', '85'],
    ['12,500', '240'],
    ['107,250', '12'],
  ] as const;
  // seen to fail: 41,315 was forty-one thousand millions of dinars, without a doubt
  it('is asked about below headings of a language with a decimal comma', async () => {
    expect(await readColumn(french, rows)).toEqual({
      money: ['not_readable', 'not_readable', 'not_readable'],
      open: ['decimal_sign'],
    });
    const { money: decimals } = await readColumn(french, rows, { decimal_sign: 'comma' });
    expect(decimals).toEqual(
      ['TND 41315000', 'TND 12500000', 'TND 107250000'].map((one) => `${one}000`),
    );
    const { money: thousands } = await readColumn(french, rows, { decimal_sign: 'point' });
    expect(thousands[0]).toBe('TND 41315000000000');
  });
  it.each([
    ['a cell of the column', french, [...rows, ['0,912', '4']], 'TND 41315000000'],
    [
      'people, of whom nobody counts a thousandth',
      french,
      [...rows, ['7,500', '1,250']],
      undefined,
    ],
    [
      'the currency of a country with a decimal point',
      ['Nombre del proyecto', 'Inversión (MXN millones)', 'Empleos'],
      rows,
      'MXN 4131500000000',
    ],
    [
      'headings of a language with a decimal point',
      ['Project name', 'Planned investment (USD million)', 'Jobs'],
      rows,
      'USD 4131500000000',
    ],
    [
      'whole numbers below a thousand beside it',
      ['Nom du projet', 'Montant prévu (M€)', 'Emplois à créer'],
      [...rows, ['450', '4']],
      'EUR 4131500000000',
    ],
  ] as const)('is decided by %s', async (_, headings, cells, expected) => {
    const { money: amounts, open } = await readColumn(headings, cells);
    expect(open).toEqual([]);
    expect(amounts[0]).toBe(expected ?? 'TND 41315000000000');
  });
});

// seen to fail: all but the amounts were not reported, since the last column was blank
it('a missing amount keeps its reason beside blank columns of other currencies', async () => {
  const heads = ['MDH', 'M€', 'MUSD'].map((unit) => `Investissement prévu (${unit})`).join(';');
  const missing = ['-5,2;;', 'confidentiel;;', ';confidentiel;n.d.', ';n.d.;', ';;'];
  const cells = [...missing, 'n.d.;3,5;-', '-;7,5;'];
  const plan = await register(heads, cells, { currency: 'MAD' });
  expect(money(plan)).toEqual([
    'not_readable',
    'not_disclosed',
    'not_disclosed',
    'not_reported',
    'not_reported',
    'EUR 350000000',
    'EUR 750000000',
  ]);
});

describe('M$, which is thousands in Chile and millions in Canada', () => {
  const chile = { currency: 'CLP' };
  // seen to fail: 1.500 thousand pesos were 1.500 million pesos, a thousand times as much
  it.each(['Inversión (M$)', 'Inversión total M$', 'Inversión (MUS$)', 'Investment (M$)'])(
    'is a question in the heading %s',
    async (heading) => {
      const plan = await register(heading, ['150000', '2250000'], chile);
      const question = plan.preview.questions.find(({ id }) => id === 'unit');
      expect(question).not.toHaveProperty('default');
      expect(question?.text).toMatch(/M(?:US)?\$/);
      expect(question?.choices.slice(0, 2).map(({ value }) => value)).toEqual(['1000', '1000000']);
      expect(money(plan)).toEqual(['not_readable', 'not_readable']);
    },
  );
  it('is what the answer says', async () => {
    const plan = await register('Inversión (M$)', ['150000'], { ...chile, unit: '1000' });
    expect(money(plan)).toEqual(['CLP 150000000']);
    expect(plan.preview.settled.map(({ id }) => id)).toContain('unit');
  });
  it.each([
    ['MM$ beside it', 'Inversión (M$);Deuda (MM$)', '150000;3', chile, 'CLP 150000000'],
    ['words', 'Inversión en miles de pesos (M$)', '150000', chile, 'CLP 150000000'],
    ['French', 'Montant investi (M$)', '15', { currency: 'CAD' }, 'CAD 1500000000'],
  ])('is proven by %s', async (_, heading, cell, answers, expected) => {
    const plan = await register(heading, [cell], answers);
    expect(money(plan)).toEqual([expected]);
    expect(questionIds(plan)).not.toContain('unit');
  });
  // seen to fail: the question was about M$, whose meaning the file says
  it('is not asked about where only another column has no unit', async () => {
    const heading = 'Inversión (M$);Deuda (MM$);Inversión ejecutada';
    const plan = await register(heading, ['150000;3;900', '2250000;4;800'], chile);
    const question = plan.preview.questions.find(({ id }) => id === 'unit');
    expect(question?.text).not.toContain('M$');
  });
  it('before the number of a cell is kept as text, with a doubt', async () => {
    const plan = await register('Inversión (CLP)', ['M$ 150.000', '$ 2.250.000']);
    expect(money(plan)).toEqual(['not_readable', 'CLP 2250000']);
    expect(plan.preview.doubts).toContainEqual(
      expect.objectContaining({ kind: 'amount_unit_unknown', count: 1 }),
    );
  });
});
