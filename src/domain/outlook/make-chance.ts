import { subtractDecimal, toNumber, type Decimal } from '#domain/values/decimal.ts';
import { isMonthEnd, monthsApart, toMonth, type IsoDate } from '#domain/values/date.ts';
import { hasReached, type Stage } from '#domain/projects/stage.ts';
import { arrivalByMonth } from './chance/arrival.ts';
import type { ChanceProjects } from './sums/chance-projects.ts';
import {
  addOutcomes,
  chanceOfAtLeast,
  type Distribution,
  findQuantile,
} from './chance/distribution.ts';
import type { Outcome } from './chance/outcomes.ts';
import { findRampShare } from './chance/ramp.ts';
import { defaultShock } from './chance/shock.ts';
import {
  makeRateTable,
  movingStages,
  ownShare,
  type MovingStage,
  type RateTable,
  type StageExposure,
} from './chance/stage-rates.ts';
import type { OutlookChance } from './outlook.ts';

/** Months from the start of operation to full capacity. */
export const defaultRampMonths = 24;
/** The times to full capacity in months that the sensitivity compares, with the usual one. */
export const comparedRamps = { slower: 36, faster: 12, base: defaultRampMonths } as const;
/** The largest number of months that the computation covers. */
const longestHorizon = 360;

export type StageExposures = Readonly<Partial<Record<MovingStage, StageExposure>>>;

/** The assumptions of a chance; a scenario changes them. */
export interface ChanceAssumptions {
  readonly ramp_months?: number | undefined;
  readonly shock?: number | undefined;
  /** A factor on the rates of moving on. */
  readonly rate?: number | undefined;
  /** Months by which projects that are not in operation are delayed. */
  readonly delay_months?: number | undefined;
}
export interface ChanceInput {
  readonly as_of: IsoDate;
  readonly deadline: IsoDate;
  readonly now: Decimal;
  readonly target: Decimal;
  readonly projects: ChanceProjects;
  readonly exposures: StageExposures;
  /** The target is the amount of a whole year, instead of the level on its last day. */
  readonly is_yearly: boolean;
}

/** The month-ends after a day, up to the deadline. */
const monthsLeft = (as_of: IsoDate, deadline: IsoDate): number =>
  monthsApart(toMonth(as_of), toMonth(deadline)) + (isMonthEnd(as_of) ? 0 : 1);

/** The rates with the factor on moving on. */
const scaleRates = (rates: RateTable, factor: number): RateTable =>
  Object.fromEntries(
    movingStages.map((stage) => [stage, { ...rates[stage], on: rates[stage].on * factor }]),
  ) as unknown as RateTable;

/**
 * Makes the outcomes of a stage by the month in which operation starts, as shares of the capacity
 * at the deadline.
 */
function makeStageOutcomes(
  { as_of, deadline, exposures, is_yearly }: ChanceInput,
  assumptions: ChanceAssumptions,
): (stage: Stage) => readonly Outcome[] {
  const { ramp_months = defaultRampMonths, rate = 1, delay_months = 0 } = assumptions;
  const horizon = Math.min(longestHorizon, Math.max(0, monthsLeft(as_of, deadline)));
  const rates = scaleRates(makeRateTable(exposures), rate);
  const outcomesByStage = new Map<Stage, readonly Outcome[]>();
  return (stage) => {
    const open = hasReached(stage, 'operation') ? horizon : Math.max(0, horizon - delay_months);
    const outcomes =
      outcomesByStage.get(stage) ??
      arrivalByMonth(stage, 'operation', open, rates).map((chance, at) => {
        const { part, whole } = findRampShare(open - at - 1, ramp_months, is_yearly);
        return { chance, amount: part / whole };
      });
    outcomesByStage.set(stage, outcomes);
    return outcomes;
  };
}

/**
 * Computes the chances of what the projects add by the deadline.
 * @param cells the number of cells of the grid for many different sums
 */
export function spreadProjects(
  input: ChanceInput,
  assumptions: ChanceAssumptions = {},
  cells?: number,
): Distribution {
  const outcomesOf = makeStageOutcomes(input, assumptions);
  const { largest, others } = input.projects;
  return addOutcomes(
    {
      each: largest.map(({ stage, amount }) => ({ outcomes: outcomesOf(stage), amount })),
      rest: others.map(({ stage, ...sums }) => ({ outcomes: outcomesOf(stage), ...sums })),
    },
    assumptions.shock ?? defaultShock,
    cells,
  );
}

/**
 * Computes the chance that the projects of the register add what is missing by the deadline: two
 * competing events per project-month, one common shock, a ramp to full capacity by month. Source:
 * review of figures, section 3.
 */
export function makeChance(input: ChanceInput, assumptions: ChanceAssumptions = {}): OutlookChance {
  const { now, target, projects, exposures } = input;
  const sums = spreadProjects(input, assumptions);
  const need = subtractDecimal(target, now);
  return {
    need,
    chance: chanceOfAtLeast(sums, toNumber(need)),
    p10: findQuantile(sums, 0.1),
    p50: findQuantile(sums, 0.5),
    p90: findQuantile(sums, 0.9),
    at_least: projects.at_least,
    basis: movingStages.map((stage) => {
      const exposure = exposures[stage] ?? { on: 0, out: 0, months: 0 };
      return {
        stage,
        own: ownShare(exposure),
        events: exposure.on + exposure.out,
        months: exposure.months,
      };
    }),
    ramp_months: assumptions.ramp_months ?? defaultRampMonths,
    shock: assumptions.shock ?? defaultShock,
  };
}
