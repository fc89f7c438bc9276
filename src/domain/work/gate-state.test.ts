import { expect, it } from 'vitest';
import type { Milestone } from '#domain/projects/project.ts';
import { addCalendarMonths, gateStates } from './gate-state.ts';
import { isExpired } from './judgement.ts';

const project = {
  stage: 'registered',
  status: 'active',
  site_mode: 'land',
  stage_events: [
    { stage: 'signed', date: '2025-01-10' },
    { stage: 'registered', date: '2025-03-31' },
  ],
  milestones: [{ type: 'start', baseline: '2025-06-30', plan: '2026-01-31' }],
} as const;

// seen to fail: land ran from registration, 3 months before the agreed start
it('land runs from the agreed start of works, other gates from the day of their first stage', () => {
  const states = gateStates(project, undefined, '2026-04-01').map(({ gate, due, daysLeft }) => [
    gate.id,
    due,
    daysLeft,
  ]);
  expect(states).toEqual([
    ['land_12', '2026-06-30', 90],
    ['land_24', '2027-06-30', 455],
    ['filing_24', '2027-03-31', 364],
    ['permits', '2025-12-31', -91],
  ]);
});

it('clocks of land do not run for a project that rents, and none for one that is on hold', () => {
  const rented = gateStates({ ...project, site_mode: 'lease' }, undefined, '2026-04-01');
  expect(rented.map(({ gate }) => gate.id)).toEqual(['filing_24', 'permits']);
  expect(gateStates({ ...project, status: 'on_hold' }, undefined, '2026-04-01')).toEqual([]);
});

it('a gate without the day from which it runs has no due day', () => {
  const stage_events = [{ stage: 'registered', date: '2025-03-31', by: true }] as const;
  const listDue = (milestones: readonly Milestone[]) =>
    gateStates({ ...project, stage_events, milestones }, undefined, '2026-04-01').map(
      ({ gate, due, daysLeft }) => [gate.id, due, daysLeft],
    );
  const undated = ['land_12', 'land_24', 'filing_24', 'permits'].map((id) => [
    id,
    undefined,
    undefined,
  ]);
  expect(listDue([])).toEqual(undated);
  // a plan that is not the original date is no agreed start
  expect(listDue([{ type: 'start', plan: '2026-01-31' }])).toEqual(undated);
});

it('months later is the same day, or the last of a shorter month', () => {
  expect(addCalendarMonths('2024-08-31', 6)).toBe('2025-02-28');
  expect(addCalendarMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addCalendarMonths('2024-12-01', 1)).toBe('2025-01-01');
});

it('a declared status holds through its last day', () => {
  const declared = { status: 'behind', reason: 'x', by: 'Li', on: '2026-01-01' } as const;
  expect(isExpired({ ...declared, until: '2026-02-01' }, '2026-02-01')).toBe(false);
  expect(isExpired({ ...declared, until: '2026-02-01' }, '2026-02-02')).toBe(true);
  expect(isExpired(declared, '2199-01-01')).toBe(false);
});
