import type { Stage } from '#domain/projects/stage.ts';

/** The stages from which a project moves on, in their order. */
export const movingStages = [
  'lead',
  'negotiation',
  'signed',
  'registered',
  'construction',
] as const satisfies readonly Stage[];
export type MovingStage = (typeof movingStages)[number];

/** The rates of two competing events per month in a stage: the next stage, and leaving the list. */
export interface StageRates {
  readonly on: number;
  readonly out: number;
}
export type RateTable = Readonly<Record<MovingStage, StageRates>>;

/**
 * The history of a stage. Open cases and those on hold count the months in which they were at risk.
 */
export interface StageExposure {
  readonly on: number;
  readonly out: number;
  readonly months: number;
}

/** The weight of the default rates in project-months, against own history. */
const defaultWeight = 24;
/** A stage has rates of its own from this many moves and project-months on. */
export const ownRatesFloor = { moves: 5, months: 24 } as const;

/** Chance of the next stage, and median months of those that move on (domain reference 1.5). */
const defaults: Readonly<
  Record<MovingStage, { readonly chance: number; readonly median: number }>
> = {
  lead: { chance: 1 / 3, median: 2 },
  negotiation: { chance: 0.375, median: 9 },
  signed: { chance: 0.8, median: 3 },
  registered: { chance: 0.75 / 0.9, median: 6 },
  construction: { chance: 0.9, median: 18 },
};

/** The default rates of a stage. */
export function defaultRates(stage: MovingStage): StageRates {
  const { chance, median } = defaults[stage];
  const total = Math.log(2) / median;
  return { on: chance * total, out: (1 - chance) * total };
}

/** Whether a stage has enough history for rates of its own. */
export const hasOwnRates = ({ on, out, months }: StageExposure): boolean =>
  on + out >= ownRatesFloor.moves && months >= ownRatesFloor.months;

/**
 * The rates of a stage: (events + M × default) ÷ (project-months + M), M = 24. Source: review of
 * figures, section 3, row 1.
 */
export function shrinkRates(stage: MovingStage, exposure: StageExposure): StageRates {
  const usual = defaultRates(stage);
  const months = exposure.months + defaultWeight;
  return {
    on: (exposure.on + defaultWeight * usual.on) / months,
    out: (exposure.out + defaultWeight * usual.out) / months,
  };
}

/**
 * Computes the share of own history in the rates of a stage.
 * @returns from 0 to 1; 0 below the floor
 */
export const ownShare = (exposure: StageExposure): number =>
  hasOwnRates(exposure) ? exposure.months / (exposure.months + defaultWeight) : 0;

/**
 * Whether projects in these stages would move on by default rates alone. Projects in operation move
 * on no more.
 */
export function restOnDefaults(
  stages: readonly Stage[],
  exposures: Readonly<Partial<Record<MovingStage, StageExposure>>>,
): boolean {
  const first = movingStages.findIndex((stage) => stages.includes(stage));
  if (first < 0) return false;
  return movingStages.slice(first).every((stage) => {
    const exposure = exposures[stage];
    return exposure === undefined || !hasOwnRates(exposure);
  });
}

/** The rates of all stages: shrunk to the default, or the default alone below the floor. */
export const makeRateTable = (
  exposures: Readonly<Partial<Record<MovingStage, StageExposure>>>,
): RateTable =>
  Object.fromEntries(
    movingStages.map((stage) => {
      const exposure = exposures[stage];
      return [
        stage,
        exposure !== undefined && hasOwnRates(exposure)
          ? shrinkRates(stage, exposure)
          : defaultRates(stage),
      ];
    }),
  ) as unknown as RateTable;
