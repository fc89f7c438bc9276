import { fireEvent, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { ProgressSeries } from '#charts/progress/series-types.ts';
import { languages } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { wallLabels } from './labels/index.ts';
import { targetGroups, wallSheets } from './sheets.ts';
import { WallProgress } from './wall-progress.tsx';
import { makeScreen, readAt, setWallClock, show, wait } from './wall-screen.fixture.tsx';

setWallClock();
const claims = () => screen.getAllByRole('img').map((image) => image.getAttribute('aria-label'));

// seen to fail: a phone showed the drawing of 1920 × 1080 until the code ran
test('the server draws a chart for a wall and for a phone, until one is measured', () => {
  const html = renderToString(makeScreen(sampleOverview));
  const drawings = html.match(/<svg viewBox="[^"]*" role="img"[^>]*>/g) ?? [];
  expect(drawings.map((one) => /class="([^"]*)"/.exec(one)?.[1])).toEqual([
    'wall_wide',
    'wall_narrow',
  ]);
  show(sampleOverview);
  expect(claims()).toHaveLength(1);
});

test.each(languages)('every 30 s the next chart comes with its claim, %s', (language) => {
  show(sampleOverview, { language });
  const sheets = wallSheets(sampleOverview, language);
  expect(sheets).toHaveLength(4);
  for (const { claim } of [...sheets, ...sheets.slice(0, 1)]) {
    expect(claims()).toEqual([claim]);
    wait(29);
    expect(claims()).toEqual([claim]);
    wait(1);
  }
});

test('it advances also with reduced motion, and then animates nothing', () => {
  const animate = vi.fn();
  Element.prototype.animate = animate;
  show(sampleOverview, { turn: '60' });
  const [first] = claims();
  wait(60);
  expect(claims()).not.toEqual([first]);
  expect(animate).not.toHaveBeenCalled();
});

test('a chart without data is skipped and not counted', () => {
  const targets = sampleOverview.targets.map((row) =>
    row.indicator === 'jobs' ? { ...row, series: [] } : row,
  );
  show({ ...sampleOverview, targets });
  expect(screen.getByRole('contentinfo').textContent).toContain('1 of 3');
  const none = { ...sampleOverview, targets: [], strip: { ...sampleOverview.strip, groups: [] } };
  expect(wallSheets(none, 'en')).toEqual([]);
});

test('of more than four targets the four furthest from plan come first, then the next four', () => {
  const companies = sampleOverview.targets.find(({ indicator }) => indicator === 'companies');
  if (companies === undefined) throw new Error('companies');
  const row = (id: string, attainment: number | undefined): TargetRow => {
    const { attainment: _, ...rest } = companies;
    return { ...rest, id, ...compact({ attainment }) };
  };
  const rows = [row('a', 1.2), row('b', 0.9), row('c', 0.5), row('d', undefined), row('e', 0.7)];
  const named = (all: readonly (readonly TargetRow[])[]) =>
    all.map((few) => few.map(({ id }) => id));
  expect(named(targetGroups(rows))).toEqual([['c', 'e', 'b', 'd'], ['a']]);
  expect(named(targetGroups(rows.slice(0, 4)))).toEqual([['a', 'b', 'c', 'd']]);
  show({ ...sampleOverview, targets: rows });
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
  expect(screen.getByText('4 of 5 targets')).toBeDefined();
  wait(4 * 30);
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByText('1 of 5 targets')).toBeDefined();
});

// seen to fail: the fifth target had no value, so no chart of its own, and was never shown
test.each([
  ['above the stages', sampleOverview.strip],
  ['above the first chart once more', { ...sampleOverview.strip, groups: [] }],
])('a fifth target without a chart is shown %s', (_, strip) => {
  const [first] = sampleOverview.targets;
  if (first === undefined) throw new Error('The sample has no target.');
  const { attainment: _share, ...bare } = first;
  const targets = Array.from({ length: 5 }, (_one, at) => ({
    ...bare,
    id: `t${at}`,
    ...(at === 4 ? { series: [] } : { attainment: 0.5 }),
  }));
  const overview = { ...sampleOverview, targets, strip };
  const turns = wallSheets(overview, 'en').map((sheet) => sheet.targets.map(({ id }) => id));
  expect(turns.flat()).toContain('t4');
  expect(new Set(turns.map((ids) => ids.length))).toEqual(new Set([4, 1]));
});

test('after two minutes without an answer the time of reading is replaced by the start of the failure', () => {
  show(sampleOverview, { failedAt: readAt + 60_000 });
  const head = () => screen.getAllByRole('banner')[0]?.textContent;
  const readStatus = () => screen.queryByRole('status')?.textContent;
  const read = wallLabels.en.read_at({ time: '' }).trim();
  wait(110);
  expect(readStatus()).toBeUndefined();
  expect(head()).toContain(read);
  wait(20);
  expect(readStatus()).toMatch(/^Connection lost at .*59\. Showing data from .*58\.$/);
  expect(head()).not.toContain(read);
});

const press = (key: string, options: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document, { key, ...options });
/** Moves a pointer from a point to another one. */
const stroke = (across: number, along: number, options: PointerEventInit = {}) => {
  const pointer = { pointerId: 1, isPrimary: true, pointerType: 'touch', ...options };
  fireEvent.pointerDown(document, { ...pointer, clientX: 500, clientY: 500 });
  fireEvent.pointerUp(document, { ...pointer, clientX: 500 + across, clientY: 500 + along });
};
const order = () => wallSheets(sampleOverview, 'en').map(({ claim }) => claim);
const place = () => order().indexOf(claims()[0] ?? '');
const note = () => screen.getByRole('contentinfo').textContent;

test('the keys of a presenter turn the charts, and the rotation stops', () => {
  show(sampleOverview);
  const steps = [
    ['ArrowRight', 1],
    ['PageDown', 2],
    ['ArrowLeft', 1],
    ['PageUp', 0],
    ['ArrowLeft', 3],
    ['ArrowRight', 0],
    ['End', 3],
    ['Home', 0],
  ] as const;
  for (const [key, at] of steps) {
    press(key);
    expect(place(), key).toBe(at);
    expect(note()).toContain(`${at + 1} of 4`);
    wait(60);
    expect(place(), key).toBe(at);
  }
  expect(note()).toContain(wallLabels.en.stopped);
});

test('Space stops the rotation and starts it again with the whole time of a chart', () => {
  show(sampleOverview);
  wait(20);
  press(' ');
  press(' ', { repeat: true });
  wait(60);
  expect(place()).toBe(0);
  expect(note()).toContain(wallLabels.en.stopped);
  press(' ');
  expect(note()).not.toContain(wallLabels.en.stopped);
  wait(29);
  expect(place()).toBe(0);
  wait(1);
  expect(place()).toBe(1);
});

test('a swipe turns the charts, a tap starts the rotation again, and other strokes do nothing', () => {
  show(sampleOverview);
  stroke(-80, 10);
  expect(place()).toBe(1);
  stroke(80, -10);
  stroke(80, 0, { pointerType: 'mouse' });
  expect(place()).toBe(3);
  stroke(20, 0);
  stroke(80, 90);
  stroke(80, 0, { isPrimary: false });
  stroke(0, 0, { pointerType: 'mouse' });
  press('ArrowRight', { altKey: true });
  wait(60);
  expect(place()).toBe(3);
  stroke(0, 0);
  wait(30);
  expect(place()).toBe(0);
});

test('each action of a person is read out once; the rotation and new data are not', () => {
  const { container, rerender } = show(sampleOverview);
  const speech = () => container.querySelector('[aria-live="polite"]')?.textContent;
  wait(30);
  expect(speech()).toBe('');
  press('ArrowRight');
  const words = wallLabels.en.chart_of({ n: 3, of: 4, claim: order()[2] ?? '' });
  expect(speech()).toBe(words);
  const targets = sampleOverview.targets.filter(({ indicator }) => indicator !== 'jobs');
  rerender(makeScreen({ ...sampleOverview, targets }));
  expect(claims()).not.toEqual([order()[2]]);
  expect(speech()).toBe(words);
  press(' ');
  expect(speech()).toBe(wallLabels.en.rotating);
  press(' ');
  expect(speech()).toBe(wallLabels.en.stopped);
});

test('has no controls and no table', () => {
  const { container } = show(sampleOverview);
  expect(container.querySelectorAll('button, a, input, select, table')).toHaveLength(0);
});

test('months of the same name in two years are separate on the axis', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const july = (year: number) => Date.UTC(year, 6, 31) / 86_400_000;
  const series = {
    time: {
      from: july(2024),
      to: july(2026),
      labels: [2024, 2025, 2026].map((year) => ({ day: july(year), text: 'Jul' })),
      years: [],
    },
    yTicks: [{ v: 0, label: '0' }],
    max: 1,
    gaps: [],
    plan: [],
    runs: [],
    points: [],
  } as unknown as ProgressSeries;
  render(
    <LanguageProvider value="en">
      <svg>
        <WallProgress series={series} width={1808} height={292} />
      </svg>
    </LanguageProvider>,
  );
  expect(screen.getAllByText('Jul')).toHaveLength(3);
  expect(error).not.toHaveBeenCalled();
  error.mockRestore();
});
