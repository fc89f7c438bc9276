import { expect, it } from 'vitest';
import { makeChangesOverview, side } from '#charts/changes/changes.fixture.ts';
import type { Language } from '#domain/values/language.ts';
import { makeFullReport } from '#report/make-report.ts';
import { input as reportInput } from '#report/report-input.fixture.ts';
import { reportSlides } from '#server/exports/report/deck/deck.ts';

// seen to fail: "13 issues need action" beside 238 projects that need it: the rows of the table
it('the slide of problems counts targets and projects, not the rows that fit', async () => {
  const full = reportInput({});
  const [first] = full.overview.targets;
  if (first === undefined) throw new Error('the sample has no target');
  const items = Array.from({ length: 12 }, (_, at) => ({
    code: `P${at}`,
    name: `Project ${at}`,
    days_over: 9,
    reasons: [{ kind: 'stale', since: '2021-01-01', days: 105, limit: 35 }] as const,
  }));
  const titleFor = async (verdict: 'behind' | 'met', language: Language): Promise<string> => {
    const targets = [{ ...first, verdict }];
    const actions = { total: 238, unrated: [], not_judged: 0, undated: 0, items };
    const overview = { ...full.overview, targets, actions };
    const slides = await reportSlides({
      report: makeFullReport(reportInput({ overview, language })),
      subjects: { overview, saved: [] },
      stamp: undefined,
      parts: {},
    });
    return slides.map(({ title }) => title).find((title) => title.includes('238')) ?? '';
  };
  expect(await titleFor('met', 'en')).toBe('238 projects need action');
  expect(await titleFor('behind', 'en')).toBe('1 target is behind plan; 238 projects need action');
  expect(await titleFor('behind', 'zh-CN')).toBe('1项目标慢于计划，238个项目需要处理');
  expect(await titleFor('met', 'ja')).toBe('対応を要する案件は238件');
});

// seen to fail: the bridge of a month took three of 14 slides, with a row for each project
it('the bridge has one slide, where each kind of change is one row if projects have no room', async () => {
  const three = (kind: string, from: number | undefined, to: number | undefined) =>
    (['registered', 'signed'] as const).flatMap((stage) =>
      [1, 2, 3].map((at) => ({
        code: `${stage} ${kind} ${at}`,
        ...(from === undefined ? {} : { from: side(stage, from) }),
        ...(to === undefined ? {} : { to: side(stage, to) }),
      })),
    );
  const overview = makeChangesOverview([
    ...three('new', undefined, 1),
    ...three('up', 1, 2),
    ...three('down', 2, 1),
    ...three('gone', 1, undefined),
  ]);
  const slides = await reportSlides({
    report: makeFullReport(reportInput({ overview })),
    subjects: { overview, saved: [] },
    stamp: undefined,
    parts: {},
  });
  const bridges = slides.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.kind === 'chart' && part.chart.native.series.some(({ hidden }) => hidden === true)
        ? (part.chart.native.frame?.rows.map(({ cells: [cell] }) => cell?.text) ?? [])
        : [],
    ),
  );
  expect(bridges.filter((name) => name === 'Opening')).toHaveLength(2);
  expect(bridges.filter((name) => name?.includes('signed'))).toEqual([]);
  expect(bridges.filter((name) => name === 'Revised up')).toHaveLength(2);
});
