import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { Action } from '#domain/projects/actions.ts';
import type { EstablishedProject } from '#domain/overview/overview.ts';
import type { Move } from '#domain/changes/moves.ts';
import type { ReportInput } from '#domain/report/report.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { languages } from '#domain/values/language.ts';
import { sameWords } from '#domain/values/term.ts';
import { makeFullReport, makeReport } from '#report/make-report.ts';
import { changes, input } from '#report/report-input.fixture.ts';
import { orderFigures } from './figure-order.ts';
import { reportPages } from './pages.ts';

const projectName = (at: number): string => `Planta industrial de Piura ${at}`;
const named = (at: number) => ({ code: `Z${at}`, name: projectName(at) });
const count = <T>(length: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length }, (_, at) => make(at));

const stages = ['signed', 'construction', 'operation'] as const;
/** Fifteen projects moved forward, six were put on hold or withdrawn. */
const moves: readonly Move[] = [
  ...count(
    15,
    (at): Move => ({
      ...named(at),
      kinds: ['advanced'],
      regression: false,
      from: { stage: 'lead', status: 'active' },
      to: { stage: stages[at % 3] ?? 'signed', status: 'active' },
    }),
  ),
  ...count(
    6,
    (at): Move => ({
      ...named(at + 20),
      kinds: ['status'],
      regression: false,
      from: { stage: 'lead', status: 'active' },
      to: { stage: 'lead', status: at % 2 === 0 ? 'on_hold' : 'withdrawn' },
    }),
  ),
];
const action = (at: number): Action => ({
  ...named(at),
  days_over: 100,
  reasons: [{ kind: 'stalled', stage: 'signed', since: '2020-01-15', days: 457, limit: 183 }],
});
const project = (at: number): EstablishedProject => ({
  ...named(at),
  stage: 'construction',
  industry: 'materials',
  money: { minor: '57000000000', currency: 'CNY' },
  next: { type: 'operation', plan: '2021-12-15', baseline: '2021-12-15' },
});
const counts = {
  new: 0,
  gone: 0,
  status: 6,
  advanced: 15,
  moved_back: 0,
  returned: 0,
  stage: 0,
  replanned: 0,
  revised: 0,
};
const [companies, output, jobs] = sampleOverview.targets;

/** The report of a large register, with six targets, four of them behind, and most sections. */
function largeInput(language: ReportInput['language']): ReportInput {
  const targets = count(6, (at): TargetRow => {
    const row = [companies, output, jobs][at % 3];
    if (row === undefined) throw new Error('the sample has three targets');
    return { ...row, id: `t${at}`, name: sameWords(`Indicador ${at}`) };
  });
  const indicators = count(8, (at) => ({
    indicator: `i${at}`,
    name: sameWords(`Indicador ${at}`),
    unit: 'jobs',
    difference: '5',
    from: { date: '2020-12-31', value: '10', data_status: 'reported' as const },
    to: { date: '2021-03-31', value: '15', data_status: 'reported' as const },
  }));
  return input({
    language,
    overview: {
      ...sampleOverview,
      illustrative: false,
      targets,
      established: count(300, project),
      actions: { items: count(50, action), total: 210, unrated: [], not_judged: 45, undated: 218 },
      revised_since: [
        { figure: 'jobs', period: '2021-02', unit: 'jobs', before: '1000', now: '1010' },
      ],
    },
    outlook: { targets: targets.map((row) => ({ row })) } as unknown as NonNullable<
      ReportInput['outlook']
    >,
    changes: {
      ...changes,
      moves,
      total: 21,
      indicators,
      counts,
    },
    achievements: [
      {
        period: '2021-03',
        text: 'Berth 4 opened.',
        author: 'wang',
        recorded_at: '2021-04-02T08:00Z',
      },
    ],
  });
}

/** The usual size of a picture in a report. */
const picture = '<svg viewBox="0 0 1240 582"><rect width="1240" height="582" fill="#fff"/></svg>';
const options = { pictures: [{ svg: picture, title: 'T', alt: 'A' }] };
const listPages = (report: ReturnType<typeof makeReport>): readonly string[] =>
  reportPages(orderFigures(report, options), options);
const pagesOf = (report: ReturnType<typeof makeReport>): number => listPages(report).length;

// seen to fail: eight pages in Chinese, six in Japanese and English
it.each(languages)('the report of a large register has at most four pages, in %s', (language) => {
  const report = makeReport(largeInput(language));
  expect(report.sections.length).toBeGreaterThan(7);
  expect(pagesOf(report)).toBeLessThanOrEqual(4);
});

/** The report of a large register with a cause of two lines for each target. */
function causesInput(language: ReportInput['language']): ReportInput {
  const large = largeInput(language);
  const targets = large.overview.targets.map((row) => ({
    ...row,
    verdict_status: 'reported' as const,
    cause: {
      indicator: row.indicator,
      period: '2021-03',
      text: 'The substation of plot B was energised four months late, so two lines of the plant wait',
      author: 'local',
      recorded_at: '2021-04-12T08:00:00Z',
    },
  }));
  return { ...large, overview: { ...large.overview, targets } };
}

// seen to fail: five pages in Chinese, and the signature alone on the fifth
it.each(languages)('four targets behind with causes need no fifth page, in %s', (language) => {
  const report = makeReport(causesInput(language));
  const text = JSON.stringify(report.sections.find(({ id }) => id === 'problems'));
  expect(text.match(/energised/g)?.length).toBeGreaterThan(1);
  expect(pagesOf(report)).toBeLessThanOrEqual(4);
});

it.each(languages)('the signature is never alone on a page, in %s', (language) => {
  const report = makeReport(causesInput(language));
  const [definitions] = report.sections.slice(-1);
  if (definitions === undefined) throw new Error('a report has sections');
  for (let lines = 0; lines < 40; lines += 1) {
    // more and more lines push the signature down
    const items = Array.from({ length: lines }, (_, at) => `Line ${at}`);
    const more = { id: 'log', heading: 'Log', blocks: [{ kind: 'list', items }] } as const;
    const pages = reportPages(
      { ...report, sections: [...report.sections.slice(0, 2), more, definitions] },
      options,
    );
    const last = definitions.blocks.at(-1);
    const start = last?.kind === 'text' ? last.text.slice(0, 8) : 'none';
    expect(pages.at(-1), `${lines} lines`).toContain(start);
  }
});

it('a figure comes before the list above it only where that saves space on paper', () => {
  const report = makeReport(causesInput('en'));
  const [, targets] = report.sections;
  if (targets === undefined) throw new Error('no sections');
  const orderWith = (lines: number): readonly string[] => {
    const list = { kind: 'list', items: Array.from({ length: lines }, () => 'Line') } as const;
    const blocks = [list, { kind: 'figure', chart: 'progress' }] as const;
    const whole = { ...report, sections: [{ ...targets, blocks }] };
    return orderFigures(whole, options).sections[0]?.blocks.map(({ kind }) => kind) ?? [];
  };
  expect(orderWith(3)).toEqual(['list', 'figure']);
  expect(orderWith(28)).toEqual(['figure', 'list']);
});

it('the report says what it leaves out, and where that is', () => {
  const { sections } = makeReport(largeInput('en'));
  const textOf = (id: string): string =>
    JSON.stringify(sections.find((section) => section.id === id)?.blocks);
  expect(textOf('projects')).toMatch(/\d+ more are in the data pack\./);
  expect(textOf('changes')).toContain('Each of the changed projects is in the data pack.');
  expect(textOf('problems')).toContain('; 207 more are in the register.');
  expect(textOf('definitions')).toContain('the definition of each indicator are in the data pack.');
});

it('the report names projects that left by their status, and those that moved forward by their stage', () => {
  const { sections } = makeReport(largeInput('en'));
  const text = JSON.stringify(sections);
  expect(text).toContain(`On hold: 3 (${projectName(20)}, ${projectName(22)} and 1 more)`);
  expect(text).toContain(`Withdrawn by investor: 3 (${projectName(21)}`);
  expect(text).toContain(`${projectName(0)}, ${projectName(1)} and 13 more signed`);
});

// seen to fail: a list of the first moves alone gave the number of projects on hold
it('the report counts no names where it lists only some of the moves', () => {
  const firstMoves = { ...changes, moves, counts, total: moves.length + 1 };
  const text = JSON.stringify(makeReport({ ...largeInput('en'), changes: firstMoves }).sections);
  expect(text).not.toContain('On hold: 3');
  expect(text).not.toContain('13 more signed');
});

it('the report writes the pace of each target once, and counts the targets that are not behind', () => {
  const text = JSON.stringify(makeReport(largeInput('en')).sections);
  expect(text.match(/67 jobs/g)).toHaveLength(2);
  expect(text).toContain('6 targets. 2 ahead of plan; Indicador 1,');
  // a reader of the page opens each figure
  expect(text).toContain('"forecast?target=t0","forecast?target=t0","pace_needed?target=t0"');
});

// seen to fail: twenty revised figures took a page of their own, and the notes a fifth
it('paper has ten of many revised figures, and says how many more there are', () => {
  const { overview, ...others } = largeInput('en');
  const [one] = overview.revised_since ?? [];
  const revised_since = one === undefined ? [] : count(24, () => one);
  const wholeInput = { ...others, overview: { ...overview, revised_since } };
  const tableOf = (report: ReturnType<typeof makeReport>) => {
    const [block] = report.sections.find(({ id }) => id === 'revised')?.blocks ?? [];
    return block?.kind === 'table' ? [block.table.rows.length, block.table.more] : [];
  };
  expect(tableOf(makeReport(wholeInput))).toEqual([10, '14 more are in the data pack.']);
  expect(tableOf(makeFullReport(wholeInput))[0]).toBe(20);
});

it('the full report keeps all rows for slides', () => {
  const full = makeFullReport(largeInput('en'));
  const tables = full.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [[id, block.table.rows.length]] : [])),
  );
  expect(tables).toContainEqual(['problems', 10]);
  expect(tables).toContainEqual(['changes', 12]);
});

// seen to fail: a row of bare numbers, and projects without a word on what they are
it('the message of the report has whole sentences, and captions above its rows', () => {
  const { page } = makeReport(largeInput('en')).messages;
  expect(page).toContain('Indicador 0: ');
  expect(page).toMatch(/\nKey projects, by planned investment\nPlanta industrial de Piura 0 · /);
  expect(page.split('\n').length).toBeLessThan(50);
});
