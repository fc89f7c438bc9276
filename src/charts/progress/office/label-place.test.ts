import { expect, test } from 'vitest';
import { lineShare, placeLabel } from './label-place.ts';

const limits = { from: 0, to: 100, top: 100, breaks: [] };
const line = (...corners: readonly (readonly [day: number, value: number])[]) => ({
  days: corners.map(([day]) => day),
  values: corners.map(([, value]) => value),
});
const point = (day: number, value: number, prefersBelow = false) => ({
  text: 'Now 41\nPlan 19',
  day,
  value,
  prefersBelow,
});
const countEmpty = (text: string | undefined): number =>
  text?.split('\n').filter((row) => row.trim() === '').length ?? 0;

test('a text is right above its point where no line rises', () => {
  expect(placeLabel(point(50, 20), [line([0, 10], [50, 20], [100, 20])], limits)).toEqual({
    place: 't',
    text: 'Now 41\nPlan 19\n\u00a0',
  });
});

test('a text is above a line that rises steeply beside its point', () => {
  const place = placeLabel(point(50, 20), [line([0, 10], [50, 20], [54, 40], [100, 60])], limits);
  expect(place?.place).toBe('t');
  expect(countEmpty(place?.text) * lineShare * 100).toBeGreaterThanOrEqual(40 - 20);
});

test('a text of a value behind plan is below its line, and above it without room', () => {
  const flat = (value: number) => [line([0, value], [50, value], [100, value])];
  expect(placeLabel(point(50, 60, true), flat(60), limits)?.place).toBe('b');
  expect(placeLabel(point(50, 60, true), flat(60), limits)?.text.startsWith('\u00a0\n')).toBe(true);
  expect(placeLabel(point(50, 5, true), flat(5), limits)?.place).toBe('t');
});

test('a text at an end of the plot is on the inner side of its point', () => {
  const flat = [line([0, 20], [100, 20])];
  expect(placeLabel(point(2, 20), flat, limits)?.place).toBe('r');
  expect(placeLabel(point(98, 20), flat, limits)?.place).toBe('l');
});

// seen to fail: the line of a break ran through the day of the last value
test('a text right after a break is on the other side of its point', () => {
  const flat = [line([0, 20], [100, 20])];
  const placeAt = (day: number, breaks: readonly number[]) =>
    placeLabel(point(day, 20), flat, { ...limits, breaks })?.place;
  expect(placeAt(50, [45])).toBe('r');
  expect(placeAt(50, [50])).toBe('r');
  expect(placeAt(50, [5])).toBe('t');
  expect(placeAt(50, [])).toBe('t');
});

test('a text without room has no place', () => {
  const full = [
    line([0, 0], [50, 50], [100, 100]),
    line([0, 100], [100, 100]),
    line([0, 0], [100, 0]),
  ];
  expect(placeLabel(point(50, 50), full, limits)).toBeUndefined();
});

// seen to fail: on a slide higher than the lowest one the line ran through the text
test('a text at the end of a line clears it in the highest plot of a slide', () => {
  const rising = [line([0, 60], [100, 90])];
  const place = placeLabel(point(98, 89.4, true), rising, limits);
  const [lines, rows] = [countEmpty(place?.text), 2];
  // the text is in the vertical middle of its point, and 54 points wide with its margins
  const start = (lines - rows) / 2;
  const fall = (54 / 320) * 30;
  expect(place?.place).toBe('l');
  expect(start * 13.5).toBeGreaterThanOrEqual((fall / 100) * 320);
});
