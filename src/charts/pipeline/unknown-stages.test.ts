import { describe, expect, it } from 'vitest';
import { explainGroup } from '#domain/measures/explain/register.ts';
import { registerNotes } from '#domain/labels/projects/register-days.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import { overviewInput, profile, register } from '#domain/overview/overview.fixture.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type StageOrUnknown, stages } from '#domain/projects/stage.ts';
import { languages } from '#domain/values/language.ts';
import { pipeline } from './definition.ts';
import { pipelineSeries } from './series.ts';
import { totalsTable } from './totals.ts';

type Counts = Partial<Record<StageOrUnknown, number>>;
const own = { ...profile, origin: 'own', published: [] } as const;
/** An overview of a zone's own register with these numbers of projects by stage. */
function overviewOf(counts: Counts): Overview {
  const rows = Object.entries(counts).map(([stage, count]) => ({
    stage: stage as StageOrUnknown,
    count,
    undisclosed: count,
    amounts: [],
    dots: [],
  }));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return makeOverview({
    ...overviewInput,
    profile: own,
    register: { ...register, rows, total, excluded: 0, data_status: 'reported' },
  });
}
const countsOf = (overview: Overview) =>
  Object.fromEntries(
    pipelineSeries(overview, 'en').groups.flatMap(({ group, count, rows }) => [
      [group, count],
      ...rows.map((row) => [row.stage, row.count]),
    ]),
  ) as Record<string, string>;

describe('a register where projects have no stage', () => {
  const unknown = overviewOf({ unknown: 120 });
  it('has no number of established projects, of the pipeline and of any stage', () => {
    expect(unknown.headline.established).toBeUndefined();
    expect(unknown.headline.pipeline).toBeUndefined();
    const { unknown: notSet, ...counts } = countsOf(unknown);
    expect(notSet).toBe('120');
    expect(Object.keys(counts)).toEqual(
      expect.arrayContaining(['established', 'pipeline', ...stages]),
    );
    expect(new Set(Object.values(counts))).toEqual(new Set(['—']));
    for (const [, stage, projects] of totalsTable(unknown, 'en').rows)
      expect(projects, String(stage)).toBe(stage === 'Stage not set' ? '120' : null);
  });
  it('says why, in place of the figure', () => {
    expect(explainGroup(unknown, 'established')).toMatchObject({
      absent: { en: 'Not known: some projects have no stage' },
      left_out: [{ reason: { en: 'Stage not set' }, count: 120 }],
    });
    expect(languages.map((language) => registerNotes(unknown, language))).toEqual([
      ['120个项目阶段未定，未计入任何一类'],
      ['120件は段階未定で、立地済みにも商談・準備中にも数えない'],
      ['120 projects have no stage and count in neither group'],
    ]);
  });
  it('keeps the number of each stage that has projects, and of its group', () => {
    const some = overviewOf({ unknown: 45, signed: 15 });
    expect(some.headline.established).toBeUndefined();
    expect(some.headline.pipeline?.value).toBe('15');
    expect(explainGroup(some, 'pipeline').left_out).toContainEqual(
      expect.objectContaining({ count: 45 }),
    );
    expect(countsOf(some)).toMatchObject({
      established: '—',
      pipeline: '15',
      signed: '15',
      lead: '—',
      unknown: '45',
    });
    const titles = languages.map(
      (language) => pipeline.words(some, { language, options: {} }).title,
    );
    expect(titles).toEqual([
      '15个项目储备在谈，45个阶段未定',
      '商談・準備中15件、段階未定45件',
      '15 in the pipeline, 45 without a stage',
    ]);
    expect(
      pipeline.words(overviewOf({ unknown: 1, operation: 2 }), {
        language: 'en',
        options: {},
      }).title,
    ).toBe('2 established, 1 without a stage');
  });
  it('where every project has a stage, none is 0', () => {
    const all = overviewOf({ signed: 15 });
    expect(all.headline.established?.value).toBe('0');
    expect(countsOf(all)).toMatchObject({ established: '0', lead: '0', pipeline: '15' });
  });
});

// seen to fail: the projects of a stage with two currencies were in two rows
it('the table of a link without names counts the projects of each stage once', () => {
  const overview = overviewOf({ signed: 15, lead: 4 });
  const groups = overview.strip.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) =>
      row.stage === 'signed'
        ? { ...row, amounts: ['EUR', 'USD'].map((currency) => ({ minor: '100', currency })) }
        : row,
    ),
  }));
  const { rows } = totalsTable({ ...overview, strip: { ...overview.strip, groups } }, 'en');
  expect(rows.filter(([, stage]) => stage === 'Signed').map((cells) => cells.slice(2, 5))).toEqual([
    ['15', '1', 'EUR'],
    [null, '1', 'USD'],
  ]);
  expect(rows.reduce((sum, [, , projects]) => sum + Number(projects ?? 0), 0)).toBe(19);
});
