import { describe, expect, it } from 'vitest';
import type { Action } from '#domain/projects/actions.ts';
import type { ReportInput } from '#domain/report/report.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import { sameWords } from '#domain/values/term.ts';
import { languages } from '#domain/values/language.ts';
import { makeDigest } from '#report/digest/make-digest.ts';
import { makeFullReport, makeReport } from '#report/make-report.ts';
import { input as makeInput } from '#report/report-input.fixture.ts';

const stalled = (at: number): Action => ({
  code: `P${at}`,
  name: `Project ${at}`,
  days_over: 100,
  ...(at === 0 ? { owner: 'Giulia Rossi' } : {}),
  reasons: [
    { kind: 'stalled', stage: 'signed', since: '2020-01-15', days: 457, limit: 183 },
    { kind: 'stale', since: '2021-01-01', days: 105, limit: 35 },
  ],
});
const tablesOf = (input: ReportInput, id: string) =>
  (makeReport(input).sections.find((section) => section.id === id)?.blocks ?? []).flatMap(
    (block) => (block.kind === 'table' ? [block] : []),
  );
const withActions = (input: ReportInput, total: number): ReportInput => ({
  ...input,
  issues: [],
  overview: {
    ...input.overview,
    actions: {
      total,
      unrated: [],
      not_judged: 0,
      undated: 0,
      items: Array.from({ length: Math.min(total, 50) }, (_, at) => stalled(at)),
    },
  },
});

describe('the report of a register with many projects that need action', () => {
  // seen to fail: twenty sentences of stalled projects filled two pages
  it('says how many there are, and lists the first three with reason, day and owner', () => {
    for (const language of languages) {
      const input = withActions(makeInput({ language }), 407);
      const section = makeReport(input).sections.find(({ id }) => id === 'problems');
      const sentences = section?.blocks.flatMap((block) =>
        block.kind === 'list' ? block.items : [],
      );
      expect(sentences?.join('\n')).toMatch(/407/);
      expect(sentences?.join('\n')).toMatch(/404/);
      expect(sentences?.join('\n')).not.toMatch(/Project \d/);
      const [table] = tablesOf(input, 'problems');
      expect(table?.table.rows).toHaveLength(3);
      expect(table?.table.rows[0]?.at(-1)).toBe('Giulia Rossi');
      expect(table?.table.rows[1]?.at(-1)).toMatch(/未指定|未定|Not assigned/);
      for (const row of table?.table.rows ?? []) expect(row[2]).toMatch(/457.*183.*105/);
    }
  });

  it('writes in the caption that nobody owns any of them', () => {
    const input = withActions(makeInput(), 9);
    const { actions } = input.overview;
    if (actions === undefined) throw new Error('there are actions');
    const items = actions.items.map(({ owner: _owner, ...action }) => action);
    const overview = { ...input.overview, actions: { ...actions, items } };
    const [table] = tablesOf({ ...input, overview }, 'problems');
    expect(table?.caption).toBe('Projects that need action (Owner: Not assigned)');
    expect(table?.table.columns.map(({ label }) => label)).not.toContain('Owner');
  });

  // seen to fail: "the other 0 are in the register", "the other 1 are"
  it('names the projects outside the table only if there are some', () => {
    const textOf = (total: number): string =>
      JSON.stringify(makeFullReport(withActions(makeInput(), total)).sections);
    expect(textOf(8)).toMatch(/8 projects are overdue, [^.]+, as in the table\./);
    expect(textOf(8)).not.toMatch(/in the register/);
    // seen to fail: slides said "the table has the 10", and had the two that fit
    for (const all of [11, 12])
      expect(textOf(all)).toMatch(
        /Those with the most money [^.]+; the others are in the register\./,
      );
  });

  it('writes a sentence for each of five', () => {
    const input = withActions(makeInput(), 5);
    expect(JSON.stringify(makeReport(input).sections)).toMatch(/Project 4/);
    expect(tablesOf(input, 'problems').map(({ caption }) => caption)).not.toContain(
      'Projects that need action',
    );
  });
});

describe('the table of targets', () => {
  const input = makeInput();
  const withIndicator = (change: object): ReportInput => ({
    ...input,
    profile: {
      ...input.profile,
      indicators: input.profile.indicators.map((one) =>
        one.id === 'companies' ? { ...one, ...change } : one,
      ),
    },
  });

  // seen to fail: US$655.00mn beside a target of US$900mn
  it('writes a value without zeros at its end, as its target', () => {
    const base = makeInput({ language: 'en' });
    const output = row(
      'industrial_output',
      { as_of: '2021-03-31', observations: reported('industrial_output', '2021-03', [655000000]) },
      { value: '900000000', deadline: '2021-12-31' },
    );
    const input = { ...base, overview: { ...base.overview, targets: [output] } };
    const [table] = tablesOf(input, 'ledger');
    expect(table?.table.rows[0]).toContain('CN¥655mn');
  });
  it('says why there is no year-on-year figure across a break in the series', () => {
    const breaks = [{ month: '2021-01', reason: 'Branches are counted' }];
    const text = JSON.stringify(makeReport(withIndicator({ breaks })).sections);
    expect(text).toMatch(
      /no year-on-year figure, since its definition changed in January 2021 \(Branches are counted\)/,
    );
    expect(JSON.stringify(makeReport(input).sections)).not.toMatch(/definition changed/);
  });

  // seen to fail: 比应达进度少+4项；应增月均2.3项，近12个月实增月均−0.6项
  it.each([
    ['zh-CN', /比应达进度多\d+家；应减月均[\d.]+家，近12个月月均增减−?[\d.]+家/],
    ['ja', /計画値を\d+社上回る、月平均[\d.]+社の減少が必要で、直近12か月の増減は月平均−?[\d.]+社/],
    ['en', /\d+ companies above the plan to date; a fall of [\d.]+ compan(?:y|ies) a month needed/],
  ] as const)(
    'says by how much a value above an upper limit must fall, in %s',
    (language, words) => {
      const months = [30, 34, 33, 38, 37, 41, 40, 42, 41, 44, 43, 42, 41];
      const limit = row(
        'companies',
        { observations: reported('companies', '2020-03', months) },
        { comparator: '<=', value: '5', baseline: '30', baseline_date: '2020-03-31' },
      );
      expect(['behind', 'slightly_behind']).toContain(limit.verdict);
      const overview = { ...input.overview, targets: [limit] };
      const report = makeFullReport({ ...makeInput({ language }), overview });
      expect(JSON.stringify(report)).toMatch(words);
      const share = tablesOf({ ...input, overview }, 'ledger')[0]?.table.rows[0] ?? [];
      const [reached, planned] = share.filter((cell) => /%$/.test(String(cell))).map(parseFloat);
      expect(planned).toBeGreaterThan(reached ?? Infinity);
    },
  );

  it('is followed by the parts of a divided target, with what is not assigned yet', () => {
    const parts = [{ id: 'north', name: 'North office', value: '120', owner: 'Lucía Ortega' }];
    const divided: ReportInput = {
      ...input,
      profile: {
        ...input.profile,
        targets: input.profile.targets.map((target) =>
          target.indicator === 'companies' ? { ...target, split: { by: 'unit', parts } } : target,
        ),
      },
    };
    const table = tablesOf(divided, 'ledger').find(({ caption }) => caption === 'Parts of targets');
    expect(table?.table.rows.map((row) => row.slice(1))).toEqual([
      ['North office', '120 companies', 'Lucía Ortega'],
      ['Not yet assigned', '80 companies', '—'],
    ]);
    expect(tablesOf(input, 'ledger').map(({ caption }) => caption)).not.toContain(
      'Parts of targets',
    );
  });
});

// seen to fail: the report to hand in said that "this computer" had written a cause
it('names the person who wrote a cause, and no computer', () => {
  const input = makeInput();
  const withCause = (author: string): string =>
    JSON.stringify(
      makeReport({
        ...input,
        overview: {
          ...input.overview,
          targets: input.overview.targets.map((row) => ({
            ...row,
            verdict: 'behind' as const,
            cause: {
              indicator: row.indicator,
              period: '2021-03',
              text: 'Late permits',
              author,
              recorded_at: '2021-04-02T08:00:00.000Z',
            },
          })),
        },
      }).sections,
    );
  expect(withCause('wang')).toContain('Late permits (wang, 2 April 2021)');
  expect(withCause('local')).toContain('Late permits (2 April 2021)');
  const withAchievement = (author: string): string =>
    JSON.stringify(
      makeReport({
        ...input,
        achievements: [
          {
            period: '2021-03',
            text: 'The quay opened',
            author,
            recorded_at: '2021-04-02T08:00:00Z',
          },
        ],
      }).sections,
    );
  expect(withAchievement('wang')).toContain('The quay opened (wang)');
  expect(withAchievement('local')).toContain('The quay opened"');
});

// seen to fail: the note stood at the annual and at the final target, also under the next steps
it('a note on several targets of an indicator stands once, at the first one behind plan', () => {
  const base = makeInput();
  const [first] = base.overview.targets;
  if (first === undefined) throw new Error('the sample has targets');
  const cause = {
    indicator: first.indicator,
    period: '2021-03',
    text: 'Late permits',
    author: 'wang',
    next_step: 'Hold a job fair',
    recorded_at: '2021-04-02T08:00:00.000Z',
  };
  const target = (id: string, verdict: TargetRow['verdict']): TargetRow => ({
    ...first,
    id,
    verdict,
    cause,
    name: sameWords(`Target ${id}`),
    verdict_status: 'reported',
  });
  const targets = [target('A', 'met'), target('B', 'behind'), target('C', 'behind')];
  const input = { ...base, overview: { ...base.overview, targets } };
  const digest = makeDigest({
    ...input,
    from: '2021-03-01',
    to: '2021-04-01',
    until: '2021-05-01',
    frequency: 'monthly',
    ahead: input.overview,
  });
  const steps = JSON.stringify(makeReport(input).sections.find(({ id }) => id === 'next'));
  const problems = JSON.stringify(makeReport(input).sections.find(({ id }) => id === 'problems'));
  expect(steps.match(/Hold a job fair/g)).toHaveLength(1);
  expect(steps).toContain('Target B');
  for (const text of [problems, JSON.stringify(digest.sections)]) {
    expect(text.match(/Late permits/g)).toHaveLength(1);
    expect(text).toMatch(/Target B[^"]*Late permits/);
    expect(text).not.toContain('o cause has been given');
  }
});

describe('the table of changed indicators', () => {
  const change = (id: string, from: string, to: string) => ({
    indicator: id,
    name: sameWords(id),
    unit: 'jobs',
    difference: '5',
    from: { date: from, value: '10', data_status: 'reported' as const },
    to: { date: to, value: '15', data_status: 'reported' as const },
  });
  const tableOf = (language: ReportInput['language']) => {
    const input = makeInput({ language });
    const { changes } = input;
    if (changes === undefined) throw new Error('the sample has no changes');
    const indicators = [
      change('Jobs', '2020-12-31', '2021-03-31'),
      change('Pupils', '2020-12-31', '2021-03-31'),
      change('Beds', '2020-12-31', '2021-02-28'),
    ];
    const withIndicators = { ...input, changes: { ...changes, indicators } };
    return tablesOf(withIndicators, 'changes').at(-1)?.table;
  };

  // seen to fail: each cell repeated its day and broke in it, in Word
  it('names the day of most values in the heading, and another one beside its value', () => {
    const table = tableOf('en');
    expect(table?.columns.map(({ label }) => label)).toEqual([
      'Indicator',
      'At the start (31 Dec 2020)',
      'At the end (31 Mar 2021)',
      'Difference',
    ]);
    expect(table?.rows.map((row) => row.slice(1, 3))).toEqual([
      ['10 jobs', '15 jobs'],
      ['10 jobs', '15 jobs'],
      ['10 jobs', '15 jobs (28 Feb 2021)'],
    ]);
    expect(tableOf('zh-CN')?.columns[2]?.label).toBe('期末（2021年3月31日）');
    expect(tableOf('ja')?.columns[1]?.label).toBe('期首（2020年12月31日）');
  });
});
