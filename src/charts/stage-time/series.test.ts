import { describe, expect, it, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { tokens } from '#charts/kit/style/tokens.ts';
import type { StageTime, StageTimeRow } from '#domain/analysis/stage-time.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type Language, languages } from '#domain/values/language.ts';
import { stageTimeChart } from './definition.ts';
import { overShade } from './marks.ts';
import { layStageTime, stageTimeFocusPoints } from './layout.ts';
import { stageTimeOfficeChart } from './office-chart.ts';
import { stageTimeSeries } from './series.ts';

const lead: StageTimeRow = {
  stage: 'lead',
  limit: { days: 90 },
  open: {
    count: 3,
    median: 100,
    over: 2,
    undated: 1,
    cases: [
      { code: 'B1', name: 'B1', days: 20 },
      { code: 'B2', name: 'B2', days: 100, over: true },
      { code: 'B3', name: 'B3', days: 400, over: true },
    ],
  },
  closed: {
    count: 1,
    undated: 0,
    moved_on: 0,
    left: 1,
    cases: [{ code: 'B4', name: 'B4', days: 30, end: 'left' }],
  },
};
const many: StageTimeRow = {
  stage: 'negotiation',
  limit: { days: 183, gate: { id: 'approval', months: 6 } },
  open: {
    count: 900,
    median: 140.5,
    spread: { p10: 20, p25: 70, p75: 200, p90: 320 },
    over: 250,
    undated: 0,
  },
  closed: { count: 0, moved_on: 0, left: 0, undated: 0, cases: [] },
};
const overviewOf = (stages: readonly StageTimeRow[], more: Partial<StageTime> = {}): Overview => ({
  ...sampleOverview,
  stage_time: { stages, on_hold: 0, stage_not_set: 0, moved_back: 0, ...more },
});
const english = { language: 'en', options: {} } as const;
const titleOf = (...stages: readonly StageTimeRow[]): string =>
  stageTimeChart.words(overviewOf(stages), english).title;

describe('the slide of the time in each stage', () => {
  const native = stageTimeOfficeChart(overviewOf([lead, many]), english);
  const partOf = (name: string) => {
    const { places = [], values = [] } = native?.series.find((one) => one.name === name) ?? {};
    return { days: [...new Set(places.filter((place) => place !== null))].map(Number), values };
  };

  it('shades each row from its limit to the end of the axis', () => {
    expect(partOf('Over').days).toEqual([90, native?.axis?.max, 183]);
    expect(native?.subtitle).toBeUndefined();
  });
  it('draws 8 in 10 and half of many cases, with the median across', () => {
    expect(partOf('Open cases, 10–90%').days).toEqual([20, 320]);
    expect(partOf('Open cases, 25–75%').days).toEqual([70, 200]);
    expect(partOf('Open cases, Median').days).toEqual([140.5]);
  });
  it('draws a case beyond the axis at its end, and writes its days there', () => {
    const { end } = stageTimeSeries(overviewOf([lead]), 'en');
    expect(end).toBeLessThan(400);
    const { series = [] } = stageTimeOfficeChart(overviewOf([lead]), english) ?? {};
    const over = series.find(({ name }) => name === 'Open, over the limit');
    expect(over?.places).toEqual(['100', String(end)]);
    expect(series.flatMap(({ labels = [] }) => labels)).toEqual(['400']);
  });
});

describe('the chart of the time in each stage', () => {
  it('names the two stages with the most projects over their limit', () => {
    expect(titleOf(lead, many)).toBe(
      '250 of 900 negotiations and 2 of 3 leads are over their limit',
    );
    expect(stageTimeChart.words(overviewOf([many]), { language: 'zh-CN', options: {} }).title).toBe(
      '在谈项目900个中250个超过时限',
    );
  });
  it('states that nothing is over the limit, that there is no limit, that there is no project', () => {
    const within = { ...lead, open: { ...lead.open, over: 0 } };
    expect(titleOf({ ...within, open: { ...within.open, undated: 0 } })).toBe(
      'No project is over its limit',
    );
    // seen to fail: “No project is over its limit”, although one has no day of entry
    expect(titleOf(within)).toBe('None of 3 projects with a known day of entry is over its limit');
    const { limit: _, ...free } = lead;
    const { over: _over, ...open } = lead.open;
    expect(titleOf({ ...free, open })).toBe('Days that projects stand in each stage');
    expect(titleOf()).toBe('No project stands in a stage');
    const notSet = overviewOf([], { stage_not_set: 7 });
    expect(stageTimeChart.words(notSet, english).title).toBe('No project states its stage');
    const unknown = { ...many, open: { count: 0, undated: 9, over: 0 } };
    expect(titleOf(unknown)).toBe('It is not known since when projects stand in their stage');
    const [row] = stageTimeSeries(overviewOf([unknown]), 'en').rows;
    expect(row).toMatchObject({ over: '—', cases: 'known: 0 of 9 open, 0 closed' });
  });
  it('never shows a case that ended on an unknown day as none', () => {
    const ended = { ...many, closed: { ...many.closed, undated: 255 } };
    const casesOf = (language: Language) =>
      stageTimeSeries(overviewOf([ended]), language).rows.map(({ cases }) => cases);
    expect([...languages].flatMap(casesOf)).toEqual([
      '有日期：进行中900个，已结束0/255个',
      '日付あり：継続中900件、終了0/255件',
      'known: 900 open, 0 of 255 closed',
    ]);
    // the columns of the table state that they count only cases with known days
    const { columns, rows } = stageTimeChart.toTable(overviewOf([ended]), english);
    const cellOf = (label: string) => rows[0]?.[columns.findIndex((one) => one.label === label)];
    expect([cellOf('Closed cases with both days'), cellOf('Without a day')]).toEqual(['0', '255']);
  });
  it('writes the cases of a stage beside its name on a phone, in one line of 340 px', () => {
    const ended = { ...many, closed: { ...many.closed, undated: 255 } };
    for (const language of languages) {
      const series = stageTimeSeries(overviewOf([ended]), language);
      const [row] = layStageTime(series, 340).rows;
      expect(row?.cases).toEqual([series.rows[0]?.cases]);
      const room = textWidth(row?.name[0] ?? '', 12, true) + textWidth(row?.cases[0] ?? '', 12);
      expect(room).toBeLessThan(340);
    }
  });
  it('draws each case up to its limit of cases, and a strip beyond', () => {
    const { rows } = stageTimeSeries(overviewOf([lead, many]), 'en');
    expect(rows[0]?.open.marks?.map(({ kind }) => kind)).toEqual(['open', 'over', 'over']);
    expect(rows[0]?.closed.marks?.map(({ kind }) => kind)).toEqual(['left']);
    expect(rows[1]?.open.strip).toMatchObject({ median: 140.5, range: '20 to 320' });
  });
  it('keeps a case beyond the end of the axis at its edge, with its days', () => {
    const series = stageTimeSeries(overviewOf([lead]), 'en');
    for (const width of [340, 560, 1100]) {
      const layout = layStageTime(series, width);
      const line = layout.rows[0]?.lines[0];
      expect(line?.beyond).toBe('400');
      expect(line?.marks.at(-1)?.x).toBeCloseTo(layout.right, 6);
      for (const { x } of line?.marks ?? []) expect(x).toBeLessThanOrEqual(width);
    }
  });
  it('hides closed cases on a phone', () => {
    const series = stageTimeSeries(overviewOf([lead]), 'en');
    expect(layStageTime(series, 340).rows[0]?.lines).toHaveLength(1);
    expect(layStageTime(series, 560).rows[0]?.lines).toHaveLength(2);
  });
  it('describes in words the values that the figures leave out', () => {
    const { source } = stageTimeChart.words(
      overviewOf([lead], { on_hold: 2, moved_back: 1, stage_unset: 13 }),
      english,
    );
    expect(source).toContain('1 not counted: no day of entry or leaving');
    expect(source).toContain('2 on hold, not counted');
    expect(source).toContain('1 moved back, not counted as closed');
    expect(source).toContain('13 moved to “stage not set”, not counted as closed');
  });
  it('has a focus point for each case and for a strip, and opens a project', () => {
    const points = stageTimeFocusPoints(stageTimeSeries(overviewOf([lead, many]), 'en'), 560);
    expect(points.map(({ open }) => open)).toEqual(['B1', 'B2', 'B3', 'B4', undefined]);
    expect(points[4]?.lines).toContainEqual({ label: 'Cases', value: '900' });
  });
  it('has the same numbers in its table, and no zero for an unknown value', () => {
    const { columns, rows } = stageTimeChart.toTable(overviewOf([lead, many]), english);
    const at = (id: string): number => columns.findIndex((column) => column.id === id);
    expect(rows.map((row) => row[at('over')])).toEqual(['2', '250']);
    expect(rows[0]?.[at('closed_median')]).toBeNull();
    expect(rows[0]?.[at('over_codes')]).toBe('B2 B3');
  });
});

// seen to fail: the shade of the dark theme differed by four steps of 255 from its ground
test.each(['light', 'dark'] as const)(
  'the shade beyond a limit is visible in the %s theme',
  (theme) => {
    const [shade, ground] = [overShade, 'bg' as const].map((token) =>
      Number.parseInt(tokens[theme][token].slice(3, 5), 16),
    );
    expect(Math.abs((shade ?? 0) - (ground ?? 0))).toBeGreaterThan(15);
  },
);
