import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { setWallClock, show, wait } from './wall-screen.fixture.tsx';

setWallClock();

// seen to fail: the wall had the verdict only
test('a declared status stands under the verdict, signed', () => {
  const declared = {
    status: 'at_risk',
    reason: 'The bank waits',
    by: 'Rosa Quispe',
    on: '2026-11-09',
    until: '2026-12-31',
  } as const;
  const targets = sampleOverview.targets.map((row, at) => (at === 0 ? { ...row, declared } : row));
  show({ ...sampleOverview, targets });
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.lastElementChild?.textContent).toBe(
    'Declared: At risk (Rosa Quispe, 9 Nov 2026, valid until 31 Dec 2026)',
  );
  expect(second?.textContent).not.toContain('Declared');
});

// seen to fail: 2,690.7 of 48 px beside a Mongolian currency, where its neighbours had 88 px
test('a long currency stands in the promise and does not make the value smaller', () => {
  const money = sampleOverview.targets.find(({ unit, now }) => unit === 'CNY' && now);
  if (money === undefined) throw new Error('The sample has no target of money.');
  const sizeIn = (unit: string) => {
    const targets = Array.from({ length: 4 }, (_one, at) => ({ ...money, unit, id: `t${at}` }));
    const { container, unmount } = show({ ...sampleOverview, targets }, { language: 'ja' });
    const [promise, value] = ['promise', 'value'].map((name) =>
      container.querySelector(`.wall-targets_${name}`),
    );
    const words = [promise?.textContent, value?.textContent, value?.getAttribute('data-size')];
    unmount();
    return words;
  };
  const [, value, size] = sizeIn('CNY');
  const [promise, long, own] = sizeIn('MNT');
  expect(value).toMatch(/億元$/);
  expect(promise).toContain('モンゴル');
  expect([long?.endsWith('億'), Number(own) >= Number(size)]).toEqual([true, true]);
});

// seen to fail: the first four targets stood still, and the others were never shown
test('targets without any value or project turn, four at a time', () => {
  const [first] = sampleOverview.targets;
  if (first === undefined) throw new Error('The sample has no target.');
  const { now: _now, attainment: _share, ...bare } = first;
  const targets = Array.from({ length: 6 }, (_one, at) => ({ ...bare, id: `t${at}`, series: [] }));
  show({ ...sampleOverview, targets, strip: { ...sampleOverview.strip, groups: [] } });
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
  wait(30);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('2 of 6 targets')).toBeDefined();
  expect(screen.queryByRole('img')).toBeNull();
});
