import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { csvOf, minorsOf, planOf, questionIds, storeAfter, sumOf } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';
import { words, type Words } from './register-words.ts';

const own: ImportAnswers = { file_kind: 'own_register' };
const amountsOf = async (
  w: Words,
  cells: readonly string[],
  header = `${w.amount}(${w.unit})`,
  answers: ImportAnswers = own,
) => {
  const plan = await planOf(
    csvOf([[w.code, w.name, header], ...cells.map((c, i) => [`A${i}`, `P${i}`, c])]),
    'r.csv',
    answers,
  );
  return { plan, amounts: plan.records.map((r) => r.facts.amounts.total_investment) };
};

describe.each(Object.entries(words))('messy values in a register, %s', (language, w) => {
  it("the unit comes from the cell, the header, the header above, then the sheet's line, else from an answer", async () => {
    const cell = { zh: '2亿元', ja: '3億円', en: 'RMB 2 bn' }[language as keyof typeof words];
    const minor = { zh: '20000000000', ja: '300000000', en: '200000000000' }[
      language as keyof typeof words
    ];
    expect(minorsOf((await amountsOf(w, [cell, '5'])).plan)).toEqual([minor, `5${w.minor}`]);
    const grouped = [
      [w.code, w.name, `${w.money}(${w.unit})`, ''],
      ['', '', w.amount, w.paid],
      ['A1', 'P', '5', '2'],
    ];
    expect(minorsOf(await planOf(csvOf(grouped), 'r.csv', own))).toEqual([`5${w.minor}`]);
    const line = [
      ['', '', w.unitLine],
      [w.code, w.name, w.amount],
      ['A1', 'P', '5'],
    ];
    expect(minorsOf(await planOf(csvOf(line), 'r.csv', own))).toEqual([`5${w.minor}`]);
    const open = await planOf(csvOf(line.slice(1)), 'r.csv', own);
    expect(minorsOf(open)).toEqual([undefined]);
    expect(open.preview.questions.filter((q) => q.default === undefined).map((q) => q.id)).toEqual([
      'currency',
      'unit',
    ]);
  });
  it('reads 1亿 as text, ranges, qualifiers and missing words', async () => {
    const yi = { zh: ['1亿', '10000'], ja: ['1億円', '100'], en: ['RMB 100 mn', '100'] }[
      language as keyof typeof words
    ] as [string, string];
    const cells = {
      zh: ['约500', '500-800', '超500', '面议', '—', '0', '不适用'],
      ja: ['約500', '500～800', '500超', '非公表', '—', '0', '該当なし'],
      en: ['about 500', '500-800', 'over 500', 'not disclosed', '—', '0', 'not applicable'],
    }[language as keyof typeof words];
    const { amounts } = await amountsOf(w, [yi[0], ...cells]);
    expect(amounts[0]?.money?.minor).toBe(`${yi[1]}${w.minor}`);
    expect(amounts.slice(1, 4).map((a) => [a?.money?.minor, a?.qualifier])).toEqual([
      [`500${w.minor}`, 'about'],
      [`500${w.minor}`, 'at_least'],
      [`500${w.minor}`, 'over'],
    ]);
    expect(amounts.slice(4).map((a) => a?.missing ?? a?.money?.minor)).toEqual([
      'not_disclosed',
      'not_reported',
      '0',
      'not_applicable',
    ]);
  });
  it('two currencies of one column give two sums', async () => {
    const { plan } = await amountsOf(w, ['5', 'USD 3 million', '7']);
    expect(plan.preview.sums.map((s) => [s.currency, s.minor, s.count]).sort()).toEqual(
      [
        [w.currency, `12${w.minor}`, 2],
        ['USD', '300000000', 1],
      ].sort(),
    );
  });
  it('reads a table from column C with a title, a merged header, headings, subtotals, totals and notes', async () => {
    const rows = [
      [null, `${w.name} 2021-04-16`],
      [null, w.unitLine],
      [w.code, w.name, w.money, null, w.remark],
      [null, null, w.amount, w.paid, null],
      [w.building],
      ['A1', 'P1', 100, 10, null],
      ['A2', 'P2', 200, 20, 'x'],
      [w.subtotal, null, 300, 30, null],
      ['A3', 'P3', 50, null, null],
      [w.total, null, 351, 30, null],
      [w.note],
    ];
    const merges =
      '<mergeCells><mergeCell ref="C3:C4"/><mergeCell ref="D3:D4"/><mergeCell ref="E3:F3"/><mergeCell ref="G3:G4"/><mergeCell ref="C5:G5"/></mergeCells>';
    const plan = await planOf(
      book({ sheets: { a: sheetData(rows as never, 1, 2) + merges } }),
      'r.xlsx',
      own,
    );
    expect([
      plan.preview.header_row,
      plan.preview.rows.total,
      plan.preview.as_of,
      sumOf(plan),
      sumOf(plan, 'paid_in'),
    ]).toEqual([4, 3, '2021-04-16', `350${w.minor}`, `30${w.minor}`]);
    expect(
      plan.preview.printed_totals.filter((t) => !t.agrees).map((t) => [t.row, t.printed, t.sum]),
    ).toEqual([[10, '351', '350']]);
    expect(plan.records.map((r) => r.stage_events[0]?.stage)).toEqual([
      'construction',
      'construction',
      'construction',
    ]);
  });
  it('reads dates of the language, and asks about ambiguous day and month', async () => {
    const day = { zh: '2021年4月16日', ja: '令和3年4月16日', en: 'April 16, 2021' }[
      language as keyof typeof words
    ];
    const file = (...cells: string[]): string =>
      csvOf([
        [w.code, w.name, w.stage, w.signed],
        ...cells.map((c, i) => [`A${i}`, `P${i}`, w.signedStage, c]),
      ]);
    const days = async (text: string, answers: ImportAnswers = own) =>
      (await planOf(text, 'r.csv', answers)).records.map((r) => r.stage_events.at(-1)?.date);
    expect(await days(file(day, '44302', '2021/4/16', '16.04.2021'))).toEqual(
      Array.from({ length: 4 }, () => '2021-04-16'),
    );
    expect(questionIds(await planOf(file('01/02/2026'), 'r.csv', own))).toContain('date_order');
    expect(
      await days(file('01/02/2026'), { ...own, date_order: 'mdy', as_of: '2026-03-01' }),
    ).toEqual(['2026-01-02']);
  });
  it('several rows of one code are read in four ways', async () => {
    const file = csvOf([
      [w.code, w.name, `${w.amount}(${w.unit})`, w.stage],
      ['A1', 'P', '100', w.talks],
      ['A1', 'P', '300', w.signedStage],
      ['A2', 'Q', '5', w.talks],
    ]);
    const read = async (several_rows: string): Promise<readonly (string | undefined)[]> => {
      const plan = await planOf(file, 'r.csv', { ...own, several_rows });
      return plan.records.map(
        (r) =>
          `${r.code} ${r.facts.amounts.total_investment?.money?.minor.slice(0, -w.minor.length)} ${r.stage_events.at(-1)?.stage}`,
      );
    };
    expect(
      (await planOf(file, 'r.csv', own)).preview.questions
        .find((q) => q.id === 'several_rows')
        ?.choices.map((c) => c.value),
    ).toEqual(['separate', 'first', 'last', 'sum']);
    expect(await read('separate')).toEqual([
      'A1 100 negotiation',
      'A1#2 300 signed',
      'A2 5 negotiation',
    ]);
    expect(await read('first')).toEqual(['A1 100 negotiation', 'A2 5 negotiation']);
    expect(await read('last')).toEqual(['A1 300 signed', 'A2 5 negotiation']);
    expect(await read('sum')).toEqual(['A1 400 negotiation', 'A2 5 negotiation']);
  });
  it('a register without codes, amounts and stages is imported, and changes nothing the second time', async () => {
    const file = csvOf([
      [w.name, w.remark],
      ['P1', 'x'],
      ['P2', ''],
    ]);
    const first = await planOf(file, 'r.csv', own);
    expect(first.preview.rows).toMatchObject({ total: 2, new: 2, rejected: 0 });
    expect(first.records.map((r) => [r.facts.name, r.stage_events[0]?.stage])).toEqual([
      ['P1', 'unknown'],
      ['P2', 'unknown'],
    ]);
    expect((await planOf(file, 'r.csv', own, storeAfter(first))).preview.rows).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 2,
    });
  });
  it.each([10, 12, 1000, 10_000])(
    'a later edition with %i times the stored amount raises a question',
    async (times) => {
      const first = (await amountsOf(w, ['100'])).plan;
      const file = csvOf([
        [w.code, w.name, `${w.amount}(${w.unit})`],
        ['A0', 'P0', String(100 * times)],
      ]);
      const second = await planOf(file, 'r.csv', own, storeAfter(first));
      expect(second.preview.questions.find((q) => q.id === 'jumps')).not.toHaveProperty('default');
      expect(
        second.preview.problems.some(
          (p) =>
            p.message.includes(String(times)) || p.message.includes(times.toLocaleString('en')),
        ),
      ).toBe(true);
    },
  );
});

it('a printed total is compared with amounts in their own units', async () => {
  const plan = await planOf(
    '项目编号,项目名称,总投资(万元)\nA1,甲,5000\nA2,乙,约2.8亿元\n合计,,33000\n',
    'r.csv',
    own,
  );
  expect(plan.preview.printed_totals).toMatchObject([
    { printed: '33000', sum: '33000', agrees: true },
  ]);
});

describe('amounts in several currencies', () => {
  it('are not added: the amount is missing with a problem', async () => {
    const file = csvOf([
      ['项目编号', '项目名称', '总投资(万元)', '预计就业'],
      ['A1', '甲', '100', '10'],
      ['A1', '甲', '3万美元', '5'],
    ]);
    const plan = await planOf(file, 'r.csv', { ...own, several_rows: 'sum' });
    expect(plan.records[0]?.facts).toMatchObject({
      jobs_plan: 15,
      amounts: { total_investment: { missing: 'not_reported', text: '100 + 3万美元' } },
    });
    expect(plan.preview.problems.map((p) => p.message)).toContainEqual(
      expect.stringContaining('several currencies'),
    );
  });
});

describe('month, year to date and total since the start', () => {
  it.each([
    ['zh', ['月份', '产值本月（亿元）', '产值年初累计（亿元）', '产值开工以来累计（亿元）']],
    [
      'ja',
      ['月', '生産額 当月（億元）', '生産額 年初来累計（億元）', '生産額 着工以来累計（億元）'],
    ],
    [
      'en',
      [
        'Month',
        'Output this month (RMB mn)',
        'Output year to date (RMB mn)',
        'Output since start (RMB mn)',
      ],
    ],
  ] as const)('are distinguished, %s', async (_, header) => {
    const plan = await planOf(
      `${header.join(',')}\n2021-02,0.4,1.0,9.0\n2021-03,0.7,1.7,9.7\n`,
      's.csv',
      own,
    );
    expect(plan.preview.kind).toBe('observations');
    expect(plan.observations.map((o) => o.period)).toEqual(['2021-02', '2021-03']);
    expect(plan.observations.map((o) => o.value)).toEqual(
      plan.observations.map(
        (_, i) => (header[0] === 'Month' ? ['1000000', '1700000'] : ['100000000', '170000000'])[i],
      ),
    );
    expect(plan.preview.problems.map((p) => p.column?.slice(0, 1))).toEqual(['B', 'D']);
  });
});
