import { describe, expect, it } from 'vitest';
import { makeReport } from '#report/make-report.ts';
import { reportPages } from '#report/pages.ts';
import { makeSecondaryCurrency } from '#domain/overview/secondary-currency.ts';
import { makeBridge } from '#domain/changes/bridge.ts';
import { languages } from '#domain/values/language.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Report, ReportInput } from '#domain/report/report.ts';
import { isReportPeriod, periodDays, quarterWith } from '#domain/report/report-period.ts';
import { profile } from '#domain/overview/overview.fixture.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';

const changes: RegisterChanges = {
  bridge: makeBridge([], {
    from: '2020-12-31',
    to: '2021-03-31',
    measure: 'total_investment',
    mapping: profile.stage_mapping,
  }),
  moves: [
    {
      code: 'B03',
      name: 'B03',
      kinds: ['advanced'],
      from: { stage: 'negotiation', status: 'active' },
      to: { stage: 'signed', status: 'active' },
      date: '2021-03-30',
      regression: false,
    },
  ],
  total: 1,
  counts: {
    new: 0,
    gone: 0,
    status: 0,
    advanced: 1,
    moved_back: 0,
    returned: 0,
    stage: 0,
    replanned: 0,
    revised: 0,
  },
  indicators: [],
  targets: [],
  revision: { from: 1, to: 1 },
  data_status: 'illustrative',
};
const input = (more: Partial<ReportInput> = {}): ReportInput => ({
  language: 'en',
  period: '2021Q1',
  overview: sampleOverview,
  profile,
  recorded_at: '2021-04-16T08:00:00.000Z',
  changes,
  issues: [],
  log: [
    {
      revision: 1,
      recorded_at: '2021-04-16T08:00:00.000Z',
      author: 'wang',
      kind: 'import',
      reason: 'register.xlsx',
    },
  ],
  log_total: 30,
  next_until: '2021-06-30',
  ...more,
});
const textOf = (report: Report): string => JSON.stringify(report);

describe('the report of a period', () => {
  it.each(languages)(
    'has its sections in order, says what is invented, and names its day, in %s',
    (language) => {
      const report = makeReport(input({ language }));
      expect(report.sections.map(({ id }) => id)).toEqual([
        'statement',
        'ledger',
        'changes',
        'problems',
        'next',
        'figures',
        'definitions',
        'log',
      ]);
      expect(report.warning).toBeDefined();
      expect(report.foot).toContain(language === 'en' ? '2021' : '2021年');
      expect(textOf(report)).not.toMatch(/undefined|NaN|\[object/);
      expect(textOf(report)).not.toMatch(language === 'ja' ? /億円/ : /▲|▼/);
    },
  );
  it.each([
    ['zh-CN', '日元', '约28亿元（', '100 JPY = 6 CNY（2021年4月15日，PBC）'],
    ['ja', '億円', '約28億元（', '100 JPY = 6 CNY（2021年4月15日、PBC）'],
    ['en', 'JP¥', 'about CN¥2.8bn (', '100 JPY = 6 CNY (15 Apr 2021, PBC)'],
  ] as const)(
    'says a second currency beside every amount but those of the change, by a rate with day and source, in %s',
    (language, yen, headline, rate) => {
      const quoted = {
        base: 'JPY',
        quote: 'CNY',
        per_units: 100,
        rate: '6',
        day: '2021-04-15',
        source: 'PBC',
      };
      const beside = makeSecondaryCurrency(sampleOverview, 'JPY', [quoted]);
      if ('without' in beside) throw new Error('no rate');
      const report = makeReport(input({ language, overview: { ...sampleOverview, beside } }));
      const of = (id: string): string =>
        JSON.stringify(report.sections.find((section) => section.id === id)?.blocks);
      expect(report.subtitle).toContain(rate);
      expect(of('statement')).toContain(headline);
      for (const id of ['statement', 'ledger', 'next'])
        expect([id, of(id).includes(yen)]).toEqual([id, true]);
      expect(of('figures')).toContain('JPY');
      expect(of('changes')).toBe(
        JSON.stringify(
          makeReport(input({ language })).sections.find(({ id }) => id === 'changes')?.blocks,
        ),
      );
    },
  );
  it('gives each figure the rows that it draws, the targets first', () => {
    const figures = makeReport(input()).sections.flatMap(({ blocks }) =>
      blocks.flatMap((b) => (b.kind === 'figure' ? [b] : [])),
    );
    expect(figures[0]?.chart).toBe('targets');
    expect(figures.every(({ table }) => table !== undefined && table.rows.length > 0)).toBe(true);
  });
  it('says that there was nothing to compare with, no problem and no step rather than nothing', () => {
    const nothingToDo = {
      actions: { items: [], total: 0, unrated: [], not_judged: 0, undated: 0 },
      undisclosed: { count: 0, projects: [] },
    };
    const { changes: _none, ...rest } = input();
    const report = makeReport({
      ...rest,
      overview: { ...sampleOverview, ...nothingToDo, established: [] },
    });
    expect(textOf(report)).toContain('There is no earlier day to compare with.');
    expect(textOf(report)).toContain(
      'Nothing is overdue or stalled, every record is up to date and no issue is open.',
    );
    expect(textOf(report)).toContain('No milestone has a planned date up to 30 June 2021.');
  });
  it('says of undated projects that nothing is known, in place of “nothing is overdue”, and cuts long names', () => {
    const name = 'Planta de desarrollo '.repeat(15);
    const undated = {
      actions: { items: [], total: 0, unrated: [], not_judged: 2, undated: 300 },
      undisclosed: { count: 1, projects: [{ code: 'P1', name }] },
    };
    const said = textOf(makeReport(input({ overview: { ...sampleOverview, ...undated } })));
    expect(said).not.toContain('Nothing is overdue');
    expect(said).toContain('Not known for 300 projects');
    expect(said).toContain('2 under construction are not judged');
    expect(said).toContain('Planta de desarrollo Planta de desarrollo Planta de desarro…');
    expect(said).not.toContain(name);
  });
  it.each([
    ['zh-CN', '尚未设定目标。'],
    ['ja', '目標は未設定。'],
    ['en', 'No targets yet.'],
  ] as const)(
    'says that a zone has no targets in place of an empty figure, and defines no indicator that it lacks, in %s',
    (language, said) => {
      const report = makeReport(input({ language, overview: { ...sampleOverview, targets: [] } }));
      const ledger = report.sections.find(({ id }) => id === 'ledger');
      expect(ledger?.blocks).toEqual([{ kind: 'text', text: said }]);
      expect(textOf(report)).not.toContain('its definition');
    },
  );
  it('names a person’s cause as it was written, and owes an example none', () => {
    const cause = {
      indicator: 'jobs',
      period: '2021-03',
      text: '企业招工推迟；4月补招',
      author: '王',
      recorded_at: '2021-04-02T00:00:00Z',
    };
    const targets = sampleOverview.targets.map((row) =>
      row.indicator === 'jobs' ? { ...row, cause } : row,
    );
    const said = textOf(makeReport(input({ overview: { ...sampleOverview, targets } })));
    expect(said).toContain('企业招工推迟；4月补招 (王, 2 April 2021)');
    expect(said).not.toContain('no cause has been given');
  });
  it('leaves out the history where its reader may not see it', () => {
    const { log: _log, issues: _issues, ...rest } = input();
    const report = makeReport(rest);
    expect(report.sections.some(({ id }) => id === 'log')).toBe(false);
    expect(textOf(report)).not.toContain('wang');
  });
  it('says in its change log what a sample, a month and an undo are, and who sat at the computer, in words', () => {
    const at = { recorded_at: '2021-04-16T08:00:00.000Z' };
    const log = [
      { ...at, revision: 4, author: 'local', kind: 'undo', reason: '', undoes: 2 },
      { ...at, revision: 3, author: 'wang', kind: 'sample', reason: 'none' },
      { ...at, revision: 2, author: 'wang', kind: 'observation', reason: 'companies 2021-03' },
      { ...at, revision: 1, author: 'headway', kind: 'sample', reason: 'example_zone' },
    ];
    const { sections } = makeReport(input({ log, log_total: 4 }));
    const [block] = sections.find(({ id }) => id === 'log')?.blocks ?? [];
    expect(block?.kind === 'table' ? block.table.rows.map((row) => row.slice(2)) : []).toEqual([
      ['This computer', 'Revision 2 undone'],
      ['wang', 'Example data removed'],
      ['wang', 'Companies · March 2021'],
      ['Headway', 'Example Zone'],
    ]);
  });
  it('leaves no heading alone at the foot of a page, no page nearly empty, and bears its address once as a code', () => {
    const picture = '<svg viewBox="0 0 620 437"><rect width="620" height="437" fill="#fff"/></svg>';
    for (const language of languages) {
      const report = makeReport(input({ language }));
      const count = report.sections.flatMap(({ blocks }) =>
        blocks.filter(({ kind }) => kind === 'figure'),
      ).length;
      const pages = reportPages(
        report,
        Array.from({ length: count }, () => picture),
        'https://progress.example.org/report?period=2021Q1',
      );
      const lowest = pages.map((page) =>
        Math.max(
          ...[...page.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)]
            .map(([, y]) => Number(y))
            .filter((y) => y < 780),
        ),
      );
      expect(lowest.slice(0, -1).every((y) => y > 300)).toBe(true);
      for (const { heading } of report.sections)
        for (const page of pages) {
          const y = Number(
            new RegExp(`y="([\\d.]+)" font-size="14"[^>]*>${heading}<`).exec(page)?.[1] ?? 0,
          );
          expect(y, heading).toBeLessThan(700);
        }
      expect(pages.filter((page) => page.includes('fill="#000000"'))).toHaveLength(1);
    }
  });
  it('becomes A4 pages with a numbered foot on each; a long table repeats its headings and no text leaves the page', () => {
    const moves = Array.from({ length: 200 }, (_, i) => ({
      ...changes.moves[0],
      code: `X${i}`,
      name: `${'很长的名字'.repeat(12)}${i}`,
    }));
    const report = makeReport(
      input({
        language: 'zh-CN',
        changes: { ...changes, moves: moves as RegisterChanges['moves'], total: 200 },
      }),
    );
    const picture = '<svg viewBox="0 0 620 437"><rect width="620" height="437" fill="#fff"/></svg>';
    const count = report.sections.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'figure'),
    ).length;
    const pages = reportPages(
      report,
      Array.from({ length: count }, () => picture),
    );
    expect(pages.length).toBeGreaterThan(5);
    pages.forEach((page, i) => {
      expect(page).toContain(`第${i + 1}页，共${pages.length}页`);
      expect(page).toContain('示例数据（虚构）');
      expect(page).not.toMatch(/var\(--|NaN|undefined/);
      for (const [, x, y] of page.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) {
        expect(Number(x)).toBeLessThanOrEqual(545);
        expect(Number(y)).toBeLessThanOrEqual(842);
      }
    });
    expect(pages.filter((page) => page.includes('>变动前<')).length).toBeGreaterThan(1);
    expect(pages.join('')).toContain('另有160项未列出');
  });
});

describe('periods', () => {
  it.each([
    ['2021Q1', '2021-01-01', '2021-03-31', '2020-12-31'],
    ['2020Q4', '2020-10-01', '2020-12-31', '2020-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01-31'],
    ['2021-01', '2021-01-01', '2021-01-31', '2020-12-31'],
  ])('%s goes from %s to %s, compared with %s', (period, first, last, before) => {
    expect(periodDays(period)).toEqual({ first, last, before });
  });
  it('are months and quarters that exist', () => {
    expect(
      ['2021Q0', '2021Q5', '2021-00', '2021-13', '2021', '0000Q1', ' 2021Q1'].filter(
        isReportPeriod,
      ),
    ).toEqual([]);
    expect(['2021-03', '2021-04', '2021-12'].map(quarterWith)).toEqual([
      '2021Q1',
      '2021Q2',
      '2021Q4',
    ]);
  });
});
