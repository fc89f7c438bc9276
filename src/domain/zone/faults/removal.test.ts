import { expect, test } from 'vitest';
import type { ZoneChange } from '#domain/zone/zone-changes.ts';
import { listRemovedIndicators } from './removal.ts';

const version = (revision: number, changes: readonly ZoneChange[]) => ({
  revision,
  recorded_at: '2026-01-01T00:00:00Z',
  author: 'Li',
  reason: 'r',
  changes,
});
const removed = (id: string, unit: string): ZoneChange[] => [
  { path: `indicators.${id}.kind`, from: 'stock' },
  { path: `indicators.${id}.unit`, from: unit },
];

test('removed indicators are listed with their last unit, restored ones are not', () => {
  const changes: ZoneChange[] = [{ path: 'indicators.rent.kind', to: 'stock' }];
  expect(
    listRemovedIndicators([
      version(5, removed('floor', 'm2')),
      version(4, changes),
      version(3, removed('rent', 'CNY')),
      version(2, removed('floor', 'mu')),
    ]),
  ).toEqual([{ id: 'floor', kind: 'stock', unit: 'm2' }]);
});
