import type { Stage } from '#domain/projects/stage.ts';
import { movingStages, type MovingStage, type RateTable, type StageRates } from './stage-rates.ts';

const order: readonly Stage[] = [...movingStages, 'operation', 'full_capacity'];

/** The chance of moving on, and of leaving the stage, within one month. */
function monthChances({ on, out }: StageRates): { readonly on: number; readonly leave: number } {
  const total = on + out;
  if (total <= 0) return { on: 0, leave: 0 };
  const leave = 1 - Math.exp(-total);
  return { on: (leave * on) / total, leave };
}

/**
 * Computes the chance that a project reaches a stage in each month from now on, stage by stage and
 * month by month.
 * @param horizon number of months
 * @returns one chance per month; 1 in the first month where the stage is reached already
 */
export function arrivalByMonth(
  stage: Stage,
  goal: Stage,
  horizon: number,
  rates: RateTable,
): number[] {
  const [from, to] = [order.indexOf(stage), order.indexOf(goal)];
  if (horizon <= 0) return [];
  if (from >= to) return [1, ...Array<number>(horizon - 1).fill(0)];
  const stages = order.slice(from, to) as MovingStage[];
  const chances = stages.map((one) => monthChances(rates[one]));
  let here = stages.map((_, at): number => (at === 0 ? 1 : 0));
  return Array.from({ length: horizon }, () => {
    const moves = chances.map(({ on }, at) => (here[at] ?? 0) * on);
    here = chances.map(
      ({ leave }, at) => (here[at] ?? 0) * (1 - leave) + (at === 0 ? 0 : (moves[at - 1] ?? 0)),
    );
    return moves.at(-1) ?? 0;
  });
}
