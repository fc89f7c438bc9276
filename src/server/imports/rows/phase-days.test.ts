import { expect, test } from 'vitest';
import type { Milestone } from '#domain/projects/project.ts';
import { addRows } from './added-rows.ts';
import type { RowRecord } from './row-record.ts';

const makePhase = (milestones: readonly Milestone[], stage: RowRecord['stage']): RowRecord => ({
  row: 2,
  facts: { name: 'Mill', amounts: {}, milestones, data_status: 'reported' },
  stage,
  texts: {},
});
function readPhases(...phases: readonly RowRecord[]) {
  const conflicts: string[] = [];
  const { facts, stage } = addRows(phases, (_, conflict) => conflicts.push(conflict));
  return { milestones: facts.milestones, stage, conflicts };
}

// seen to fail: the project had the days of its first phase alone
test('a project begins with its first phase and is complete with its last one', () => {
  const read = readPhases(
    makePhase(
      [
        { type: 'start', actual: '2024-03-01' },
        { type: 'completion', actual: '2025-06-30' },
      ],
      { stage: 'construction', dates: { signed: '2023-02-01' } },
    ),
    makePhase(
      [
        { type: 'start', plan: '2026-01-01' },
        { type: 'completion', plan: '2027-12-31', baseline: '2027-06-30' },
        { type: 'operation', plan: '2028-03-01' },
      ],
      { stage: 'construction', dates: { signed: '2022-05-01' } },
    ),
  );
  expect(read.milestones).toEqual([
    { type: 'start', plan: '2026-01-01', actual: '2024-03-01' },
    { type: 'completion', plan: '2027-12-31', baseline: '2027-06-30' },
    { type: 'operation', plan: '2028-03-01' },
  ]);
  expect(read.stage).toEqual({ stage: 'construction', dates: { signed: '2022-05-01' } });
  expect(read.conflicts).toEqual(['sum_days']);
});
test('a project is complete on the last day once all phases are', () => {
  const done = (actual: string) => makePhase([{ type: 'completion', actual }], { dates: {} });
  const { milestones } = readPhases(done('2025-06-30'), done('2026-02-28'));
  expect(milestones).toEqual([{ type: 'completion', actual: '2026-02-28' }]);
});
// seen to fail: the project was complete with its first phase
test('a phase without a day of completion leaves the project incomplete', () => {
  const done: Milestone = { type: 'completion', plan: '2025-05-31', actual: '2025-06-30' };
  const lastStage = { stage: 'full_capacity', dates: { full_capacity: '2026-06-30' } } as const;
  const start: Milestone = { type: 'start', plan: '2026-01-01' };
  const read = readPhases(makePhase([done], lastStage), makePhase([start], { dates: {} }));
  expect(read.milestones).toEqual([start]);
  expect(read.stage.dates).toEqual({});
  const planned: Milestone = { type: 'completion', plan: '2025-03-31' };
  const phases = [[done], [planned], [start]].map((list) => makePhase(list, { dates: {} }));
  expect(readPhases(...phases).milestones).toEqual([planned, start]);
});
test('a row without a day is no phase', () => {
  const done: Milestone = { type: 'completion', actual: '2025-06-30' };
  const rows = [[done], []].map((list) => makePhase(list, { dates: {} }));
  expect(readPhases(...rows).milestones).toEqual([done]);
});
test('phases that agree raise no doubt, and other stages raise one', () => {
  const phase = makePhase([{ type: 'start', actual: '2024-03-01' }], {
    stage: 'signed',
    dates: {},
  });
  expect(readPhases(phase, phase).conflicts).toEqual([]);
  expect(readPhases(phase, { ...phase, stage: { stage: 'operation', dates: {} } })).toMatchObject({
    stage: { stage: 'signed' },
    conflicts: ['sum_stages'],
  });
});
