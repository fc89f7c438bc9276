import { sumWire, type WireMoney } from '#domain/values/money.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { stageOfEvent, type ProjectEvent } from './project-events.ts';

/** Projects by the furthest stage that they reached, as a store adds them. */
export interface Standing {
  readonly reached: Stage;
  /** Whether they are active or on hold. */
  readonly is_open: boolean;
  readonly count: number;
  readonly money?: WireMoney;
}
/** Projects that have had one event and not the next one. */
export interface WaitingStep {
  readonly from: ProjectEvent;
  readonly to: ProjectEvent;
  readonly waiting: number;
  /** Those that left, or are no longer listed, in between. */
  readonly left: number;
  /** The amounts of both. */
  readonly amounts: readonly WireMoney[];
}

const findRank = (event: ProjectEvent): number | undefined => {
  const stage = stageOfEvent[event];
  return stage === undefined ? undefined : stages.indexOf(stage);
};

/** Counts the projects between each two neighbouring events, in the order of the stages. */
export function traceWaiting(
  standing: readonly Standing[],
  events: readonly ProjectEvent[],
): WaitingStep[] {
  const steps = events
    .flatMap((event) => {
      const rank = findRank(event);
      return rank === undefined ? [] : [{ event, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank);
  return steps.slice(1).map((to, at) => {
    const from = steps[at] ?? to;
    const between = standing.filter(({ reached }) => {
      const rank = stages.indexOf(reached);
      return rank >= from.rank && rank < to.rank;
    });
    const count = (is_open: boolean): number =>
      between.reduce((sum, one) => (one.is_open === is_open ? sum + one.count : sum), 0);
    return {
      from: from.event,
      to: to.event,
      waiting: count(true),
      left: count(false),
      amounts: sumWire(between.map(({ money }) => (money === undefined ? [] : [money]))),
    };
  });
}
