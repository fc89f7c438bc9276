import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { PhaseStrip } from './phase-timeline.tsx';

const phase = (name: string, start: string, end: string) => ({
  id: name,
  name: { 'zh-CN': name, ja: name, en: name },
  start,
  end,
  elapsed: 0,
});
const draw = (as_of: string, phases: ReturnType<typeof phase>[]) => {
  const { phase_now: _, ...overview } = sampleOverview;
  const { container } = render(
    <LanguageProvider value="en">
      <PhaseStrip overview={{ ...overview, as_of, phases }} />
    </LanguageProvider>,
  );
  return [...container.querySelectorAll('rect')].map((rect) => ({
    left: Number.parseFloat(rect.getAttribute('x') ?? ''),
    width: Number.parseFloat(rect.getAttribute('width') ?? ''),
    top: rect.getAttribute('y'),
  }));
};

// seen to fail: 2024 to 2029 ended at 2025, with a bar of 219 %
test('phases with common days are below each other, and the longest ends at the end of the line', () => {
  const bars = draw('2026-11-01', [
    phase('Build', '2024-01-01', '2029-12-31'),
    phase('Trial', '2025-01-01', '2026-12-31'),
  ]);
  expect(bars.map(({ left, width }) => left + width <= 100.001)).toEqual([true, true]);
  expect(bars[0]).toMatchObject({ left: 0, width: 100 });
  expect(new Set(bars.map(({ top }) => top)).size).toBe(2);
});

test.each([
  ['2023-05-01', 'phase_before'],
  ['2025-05-01', 'phase_between'],
  ['2030-05-01', 'phase_after'],
] as const)('%s is named by its place between the phases', (day, label) => {
  const bars = draw(day, [
    phase('Start', '2024-01-01', '2024-12-31'),
    phase('Growth', '2026-01-01', '2029-12-31'),
  ]);
  expect(new Set(bars.map(({ top }) => top)).size).toBe(1);
  expect(screen.getByRole('img', { name: overviewLabels.en[label] })).toBeTruthy();
});
