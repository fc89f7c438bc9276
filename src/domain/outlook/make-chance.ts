import { subtractDecimal, toNumber, type Decimal } from '#domain/values/decimal.ts';
import { isMonthEnd, monthsApart, toMonth, type IsoDate } from '#domain/values/date.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { arrivalByMonth } from './chance/arrival.ts';
import { addOutcomes, chanceOfAtLeast, quantileOf, type Outcome } from './chance/distribution.ts';
import { defaultShock } from './chance/shock.ts';
import {
  makeRateTable,
  movingStages,
  ownShare,
  type MovingStage,
  type RateTable,
  type StageExposure,
} from './chance/stage-rates.ts';
import type { OutlookChance, OutlookProject } from './outlook.ts';

/** Months from the start of operation to full capacity. */
export const defaultRampMonths = 24;
/** The longest way that the walk of the months covers. */
const longestHorizon = 360;

export type StageExposures = Readonly<Partial<Record<MovingStage, StageExposure>>>;

export interface ChanceInput {
  readonly as_of: IsoDate;
  readonly deadline: IsoDate;
  readonly now: Decimal;
  readonly target: Decimal;
  readonly projects: readonly OutlookProject[];
  readonly seen: StageExposures;
  /** The target is the amount of a whole year, not the level on its last day. */
  readonly is_yearly: boolean;
  readonly ramp_months?: number;
  readonly shock?: number;
}

/**
 * The share of the capacity that counts, by the months left until the deadline: linear up to full
 * capacity; of a yearly amount the mean of its twelve months.
 */
function rampedShare(left: number, ramp_months: number, is_yearly: boolean): number {
  const share = (months: number): number => Math.min(1, Math.max(0, months) / ramp_months);
  if (!is_yearly) return share(left);
  return Array.from({ length: 12 }, (_, at) => share(left - at)).reduce((a, b) => a + b, 0) / 12;
}

/** The month ends after a day, up to the deadline. */
const monthsLeft = (as_of: IsoDate, deadline: IsoDate): number =>
  monthsApart(toMonth(as_of), toMonth(deadline)) + (isMonthEnd(as_of) ? 0 : 1);

/** The outcomes of a project by the month of its start; each is ramped up until the deadline. */
function listOutcomes(
  arrival: readonly number[],
  adds: Decimal | undefined,
  shareOf: (left: number) => number,
): Outcome[] {
  const whole = adds === undefined ? 0 : toNumber(adds);
  return arrival.map((chance, at) => {
    const left = arrival.length - at - 1;
    return { chance, amount: whole * shareOf(left) };
  });
}

function listArrivals(
  stages: readonly Stage[],
  horizon: number,
  rates: RateTable,
): ReadonlyMap<Stage, readonly number[]> {
  return new Map(
    [...new Set(stages)].map((stage) => [
      stage,
      arrivalByMonth(stage, 'operation', horizon, rates),
    ]),
  );
}

/**
 * Computes the chance that the projects of the register bring what is missing by the deadline: two
 * competing events per project-month, one common shock, capacity ramped up by month. Source: review
 * of figures, section 3.
 */
export function makeChance(input: ChanceInput): OutlookChance {
  const { as_of, deadline, now, target, projects, seen } = input;
  const { ramp_months = defaultRampMonths, shock = defaultShock } = input;
  const months = monthsLeft(as_of, deadline);
  const horizon = Math.min(longestHorizon, Math.max(0, months));
  const rates = makeRateTable(seen);
  const arrivals = listArrivals(
    projects.map(({ stage }) => stage),
    horizon,
    rates,
  );
  const known = projects.filter(({ adds }) => adds !== undefined && toNumber(adds) > 0);
  const shareOf = (left: number): number => rampedShare(left, ramp_months, input.is_yearly);
  const sums = addOutcomes(
    known.map(({ stage, adds }) => listOutcomes(arrivals.get(stage) ?? [], adds, shareOf)),
    shock,
  );
  const need = subtractDecimal(target, now);
  return {
    need,
    chance: chanceOfAtLeast(sums, toNumber(need)),
    p10: quantileOf(sums, 0.1),
    p50: quantileOf(sums, 0.5),
    p90: quantileOf(sums, 0.9),
    at_least: projects.some(({ adds }) => adds === undefined),
    basis: movingStages.map((stage) => {
      const exposure = seen[stage] ?? { on: 0, out: 0, months: 0 };
      return {
        stage,
        own: ownShare(exposure),
        events: exposure.on + exposure.out,
        months: exposure.months,
      };
    }),
    ramp_months,
    shock,
  };
}
