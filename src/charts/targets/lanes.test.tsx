import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/overview.fixture.ts';
import { textWidth } from '#charts/frame/font-advances.ts';
import { pictureSizes, type PictureSize } from '#charts/definition.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { renderPlot } from '#charts/static/render-to-svg.tsx';
import { languages } from '#domain/language.ts';
import { Lane } from './lanes.tsx';
import { targetsSeries, type TargetRow } from './series.ts';

const [companies] = targetsSeries(sampleOverview, 'en').rows;
const withShare = (share: number): TargetRow => {
  if (companies?.lane === undefined) throw new Error('the sample has a lane for companies');
  return { ...companies, lane: { ...companies.lane, share } };
};
/** Height of the words of the forecast in the drawing of 60 px. */
const heightOf = (row: TargetRow, tight = false): number => {
  const label = tight ? row.lane?.forecast?.short : row.lane?.forecast?.label;
  const words = renderToStaticMarkup(<Lane row={row} tight={tight} />);
  return Number(new RegExp(`<text[^>]* y="([\\d.]+)"[^>]*>${label?.replace(/[()]/g, '\\$&') ?? ''}<`).exec(words)?.[1]);
};

test('the forecast is said beside the bar, and on the line below where the bar reaches so far that it would cover the words', () => {
  expect(heightOf(withShare(0.2))).toBe(24.5);
  expect(heightOf(withShare(0.7))).toBe(42);
  expect(heightOf(withShare(0.3), true)).toBe(24.5);
  expect(heightOf(withShare(0.75), true)).toBe(42);
});

test.each(languages)('a value with its unit ends before the bars begin, however narrow the drawing, in %s', (language) => {
  const series = targetsSeries(sampleOverview, language);
  const drawn = renderPlot(serverDocument, { id: 'targets', series, width: 610, height: 214, language, prefix: 't' });
  const suffix = series.rows.find(({ indicator }) => indicator === 'industrial_output')?.now?.suffix.trim() ?? '';
  const unit = Number(new RegExp(`<text[^>]* x="([\\d.]+)"[^>]*>${suffix}<`).exec(drawn)?.[1]);
  const lanes = [...drawn.matchAll(/<svg x="([\d.]+)"[^>]*overflow="visible"/g)].map(([, x]) => Number(x));
  expect(unit + textWidth(suffix, 12)).toBeLessThan(Math.min(...lanes));
});
test('no forecast is missed where the deadline has passed or the target is met', () => {
  const [row] = sampleOverview.targets;
  if (row === undefined) throw new Error('the sample has targets');
  const refused = (reason: 'met' | 'deadline_passed' | 'too_few_observations') =>
    targetsSeries({ ...sampleOverview, targets: [{ ...row, forecast: { kind: 'refused', reason } }] }, 'en').rows[0]?.lane?.refusedShort;
  expect([refused('met'), refused('deadline_passed'), refused('too_few_observations')]).toEqual(['', '', 'No forecast yet']);
});
test.each(languages)('all days of a picture are in one writing, whatever its size, in %s', (language) => {
  const dates = ['2021-03-31', '2020-09-30', '2021-05-01'];
  const overview = {
    ...sampleOverview,
    targets: sampleOverview.targets.map((row, at) =>
      row.now === undefined ? row : { ...row, now: { ...row.now, date: dates[at] ?? '' } },
    ),
  };
  const { rows } = targetsSeries(overview, language);
  for (const size of Object.keys(pictureSizes) as PictureSize[]) {
    const drawn = renderFigure(serverDocument, { id: 'targets', overview, language, theme: 'light', size, options: {} });
    const written = [0, 1].some((form) => rows.every(({ now }) => now === undefined || drawn.includes(now.dates[form] ?? '')));
    expect([size, written]).toEqual([size, true]);
  }
});
test.each(languages)('where the way started is written whole or, where the target takes its line, not at all, in %s', (language) => {
  const series = targetsSeries(sampleOverview, language);
  const starts = series.rows.filter(({ now, under }) => now !== undefined && under.includes('2020')).map(({ under }) => under);
  expect(starts.length).toBeGreaterThan(0);
  for (const width of [610, 700, 900]) {
    const drawn = renderPlot(serverDocument, { id: 'targets', series, width, height: 214, language, prefix: 't' });
    expect([width, /<text[^>]*>[^<]*…</u.exec(drawn)?.[0]]).toEqual([width, undefined]);
    if (width === 900) expect(starts.filter((start) => !drawn.includes(start))).toEqual([]);
  }
});
