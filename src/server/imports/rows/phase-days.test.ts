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
