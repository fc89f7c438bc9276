import { expect, test } from 'vitest';
import { logicalWidths } from '#charts/kit/definition.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { changes } from './definition.ts';
import { changesHeight, changesLayout, emptyLines } from './layout.ts';
import { changesSeries } from './series.ts';

const context = { language: 'en', options: {} } as const;

test('each bar begins where the previous one ended, and the closing bar ends where the last step did', () => {
  const { groups } = changesSeries(sampleOverview, 'en');
  expect(groups).toHaveLength(2);
  for (const { rows } of groups) {
    for (const [index, row] of rows.slice(1, -1).entries())
      expect(row.from).toBeCloseTo(rows[index]?.to ?? Number.NaN, 9);
    expect(rows.at(-1)?.to).toBeCloseTo(rows.at(-2)?.to ?? Number.NaN, 9);
  }
});

test('counts and amounts are signed between opening and closing; a step without projects has no bar', () => {
  const [established] = changesSeries(sampleOverview, 'zh-CN').groups;
  expect(established?.rows.map(({ label, count, value }) => `${label} ${count} ${value}`)).toEqual([
    '期初 5 20.0',
    '由储备在谈落户 +2 +3.5',
    '金额上调 2 +2.0',
    '期末 7 25.5',
  ]);
  expect(changes.words(sampleOverview, { language: 'zh-CN', options: {} }).notes).toEqual([
    '实心：增加；空心：转移或调整；灰色：流失',
    '各币种分列，未折算',
    '其他币种见表：日元',
  ]);
});

test('success, loss and other moves are separate: a loss is hatched, and an established project leaves the pipeline as an outline', () => {
  const [, pipeline] = changesSeries(sampleOverview, 'en').groups;
  expect(pipeline?.rows.map(({ head, label, count, mark }) => [head, label, count, mark])).toEqual([
    [undefined, 'Opening', '18', 'filled'],
    ['Success', 'New', '+6', 'filled'],
    [undefined, 'Established', '−2', 'outline'],
    ['Loss', 'Lost to another location', '−1', 'lost'],
    [undefined, 'Closing', '21', 'filled'],
  ]);
});

test('the table has the steps that happened, each currency separately, and counts undisclosed amounts without a zero', () => {
  const { rows } = changes.toTable(sampleOverview, context);
  const closing = rows.filter((row) => row[0] === 'Pipeline' && row[1] === 'Closing');
  expect(closing.map((row) => row.slice(3, 8))).toEqual([
    ['21', '21', '3', '3620000000', 'CNY'],
    [null, null, null, '900000000', 'JPY'],
  ]);
  expect(rows.filter((row) => row[1] === 'Exchange-rate effect')).toEqual([]);
});

test('every bar and its value are inside the drawing at each width', () => {
  const series = changesSeries(sampleOverview, 'en');
  for (const width of logicalWidths) {
    const height = changes.height(width, series);
    for (const { rows } of changesLayout(series, width, height).groups)
      for (const { left, right, value, middle } of rows) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeGreaterThan(left);
        expect(value).toBeLessThan(width);
        expect(middle).toBeLessThan(height);
      }
  }
});

test('without a compared day it draws no bar and states the reason', () => {
  const { bridge: _none, ...alone } = sampleOverview;
  expect(changesSeries(alone, 'en')).toMatchObject({
    groups: [],
    emptyText: 'What changed: no day to compare with',
  });
  expect(changes.toTable(alone, context).rows).toEqual([]);
  expect(changes.words(alone, context).title).toBe('What changed: no day to compare with');
  // seen to fail: in a frame of 320 px the sentence was cut at its edge
  const emptyText = 'Projects can’t be compared: they are not known before 31 October 2026';
  const unknown = { ...changesSeries(alone, 'en'), emptyText };
  for (const width of [280, 320, 560]) {
    const lines = emptyLines(unknown, width);
    expect(lines.join(' ')).toBe(emptyText);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
    expect(changesHeight(unknown, width)).toBeGreaterThan(24 + 16 * (lines.length - 1));
  }
});

test('where a sum is withheld the bars count projects, and the chart, the table and a note state it', () => {
  const { bridge } = sampleOverview;
  const groups = (bridge?.groups ?? []).map((group) => ({
    ...group,
    steps: group.steps.map((step) =>
      step.kind === 'opening' ? { ...step, amounts: [], held_back: ['CNY'] } : step,
    ),
  }));
  const overview =
    bridge === undefined ? sampleOverview : { ...sampleOverview, bridge: { ...bridge, groups } };
  const [established] = changesSeries(overview, 'en').groups;
  expect(established?.rows.map(({ count, value, to }) => [count, value, to]).slice(0, 3)).toEqual([
    ['5', 'not shown', 5],
    ['+2', '+0.35', 7],
    ['2', '+0.20', 7],
  ]);
  expect(changes.words(overview, context).notes[1]).toMatch(/^Bars are numbers of projects/);
  expect(changes.toTable(overview, context).rows[0]).toEqual([
    'Established',
    'Opening',
    null,
    '5',
    '5',
    '0',
    null,
    'CNY',
    'not shown',
  ]);
});

// seen to fail: projects that were revised by little read ±0.00, as if nothing had changed
test('a change too small for the decimals of the figure has more of them, never a zero', () => {
  const { bridge } = sampleOverview;
  if (bridge === undefined) throw new Error('no bridge');
  const groups = bridge.groups.map((group) => ({
    ...group,
    steps: group.steps.map((step) =>
      step.kind === 'revised_up'
        ? { ...step, projects: 1, amounts: [{ minor: '120000000', currency: 'CNY' }] }
        : step,
    ),
  }));
  const overview = { ...sampleOverview, bridge: { ...bridge, groups } };
  const values = changesSeries(overview, 'en').groups.flatMap(({ rows }) =>
    rows.flatMap(({ kind, value }) => (kind === 'revised_up' ? [value] : [])),
  );
  expect(values.length).toBeGreaterThan(0);
  for (const value of values) expect(value).toBe('+0.001');
});

// seen to fail: the row of a project in yen had the name of its currency alone
test('a row in another currency has its amount', () => {
  const { bridge } = sampleOverview;
  if (bridge === undefined) throw new Error('the sample has a bridge');
  const groups = bridge.groups.map((group) => ({
    ...group,
    steps: group.steps.map((step) =>
      step.kind === 'lost' ? { ...step, amounts: [{ minor: '-38000000', currency: 'JPY' }] } : step,
    ),
  }));
  const overview = { ...sampleOverview, bridge: { ...bridge, groups } };
  const values = changesSeries(overview, 'en').groups.flatMap(({ rows }) =>
    rows.map((row) => row.value),
  );
  expect(values).toContain('−JP¥38mn');
});
