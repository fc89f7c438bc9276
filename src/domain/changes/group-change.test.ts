import { describe, expect, it } from 'vitest';
import { defaultStageMapping, type StageOrUnknown } from '#domain/projects/stage.ts';
import { makeBridge, type Transition } from './bridge.ts';
import { countBridgeGroups, isNothingKnown, isSame } from './group-change.ts';

const side = (stage: StageOrUnknown) => ({ stage, status: 'active', currency: 'EUR' }) as const;
const move = (from: StageOrUnknown, to: StageOrUnknown, count: number): Transition => ({
  from: side(from),
  to: side(to),
  count,
  from_minor: 100n,
  to_minor: 100n,
  revised: 0,
});
const count = (...transitions: readonly Transition[]) =>
  countBridgeGroups(
    makeBridge(transitions, {
      from: '2026-09-30',
      to: '2026-10-31',
      measure: 'total_investment',
      mapping: defaultStageMapping,
    }),
  );

describe('the numbers of both groups on two days', () => {
  // seen to fail: "0 established and 0 in the pipeline, unchanged"
  it('are unknown where no project has a stage', () => {
    const groups = count(move('unknown', 'unknown', 120));
    expect(groups).toEqual({ established: {}, pipeline: {} });
    expect(isNothingKnown(groups)).toBe(true);
  });
  it('are known from the day on which every project has a stage', () => {
    const groups = count(move('unknown', 'signed', 5), move('unknown', 'lead', 2));
    expect(groups).toEqual({ established: { now: 0 }, pipeline: { now: 7 } });
    expect(isNothingKnown(groups)).toBe(false);
    expect(isSame(groups.pipeline)).toBe(false);
  });
  it('of a group that has projects are known beside projects without a stage', () => {
    const groups = count(move('signed', 'signed', 3), move('unknown', 'unknown', 4));
    expect(groups).toEqual({ established: {}, pipeline: { before: 3, now: 3 } });
    expect([isSame(groups.established), isSame(groups.pipeline)]).toEqual([false, true]);
  });
  it('are 0 where nothing is without a stage', () => {
    expect(count(move('signed', 'signed', 3)).established).toEqual({ before: 0, now: 0 });
  });
});
