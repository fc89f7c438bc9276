import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/overview.fixture.ts';
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
