import { compact } from '#domain/values/compact.ts';
import type { RegisterTotals, GroupTotals } from '#contract/imports/preview-schemas.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { fromWire, toWire, type Currency } from '#domain/values/money.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { segments } from '#domain/projects/segments.ts';
import type { KnownSum } from '#server/imports/import-plan.ts';
import {
  isOpenStatus,
  stageGroup,
  stages,
  type StageMapping,
  type StageOrUnknown,
} from '#domain/projects/stage.ts';

const groups = ['established', 'pipeline', 'neither'] as const;

interface Amount {
  readonly minor: bigint;
  /** The number of projects with this currency. */
  readonly count: number;
}
interface Side {
  count: number;
  undisclosed: number;
  readonly amounts: Map<Currency, Amount>;
}
const createSide = (): Side => ({ count: 0, undisclosed: 0, amounts: new Map() });
const toGroupTotals = ({ count, undisclosed, amounts }: Side): GroupTotals => ({
  count,
  undisclosed,
  amounts: [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { minor }]) => toWire({ minor, currency })),
});

type Addend = Pick<KnownSum, 'count' | 'currency' | 'minor'>;
function addTo(side: Side, { count, currency, minor }: Addend): void {
  side.count += count;
  if (currency === undefined) {
    side.undisclosed += count;
    return;
  }
  const sum = side.amounts.get(currency);
  const next = { minor: (sum?.minor ?? 0n) + minor, count: (sum?.count ?? 0) + count };
  if (next.count === 0) side.amounts.delete(currency);
  else side.amounts.set(currency, next);
}
function addSide(side: Side, { undisclosed, amounts }: Side, sign: 1 | -1): void {
  addTo(side, { count: sign * undisclosed, minor: 0n });
  for (const [currency, { count, minor }] of amounts)
    addTo(side, { count: sign * count, currency, minor: BigInt(sign) * minor });
}

/**
 * Counts and sums each group on a day, project by project. Currencies are never added to each
 * other.
 */
export class RegisterTally {
  readonly #sides = { established: createSide(), pipeline: createSide(), neither: createSide() };
  /** The number of open projects, in all and in each stage. */
  readonly #listed = createSide();
  readonly #stages = new Map<StageOrUnknown, number>();
  readonly #day: IsoDate;
  readonly #mapping: StageMapping;
  constructor(day: IsoDate, mapping: StageMapping) {
    this.#day = day;
    this.#mapping = mapping;
  }

  /** Counts a project with its stage and status on the day, and its planned investment. */
  add(record: ProjectRecord): void {
    const then = segments(record).findLast((s) => s.valid_from <= this.#day);
    const wire = record.facts.amounts.total_investment?.money;
    const amount = wire && fromWire(wire);
    this.addSum({
      count: 1,
      minor: amount?.minor ?? 0n,
      ...compact({ currency: amount?.currency, stage: then?.stage, status: then?.status }),
    });
  }
  /** Counts several projects with the same stage and status on the day. */
  addSum(sum: KnownSum): void {
    const { stage, status } = sum;
    const isListed = stage !== undefined && status !== undefined;
    addTo(this.#sides[isListed ? stageGroup(stage, status, this.#mapping) : 'neither'], sum);
    if (!isListed || !isOpenStatus(status)) return;
    addTo(this.#listed, sum);
    this.#stages.set(stage, this.count(stage) + sum.count);
  }
  /** Adds the projects of another tally of the same day, or takes them away. */
  addTally(other: RegisterTally, sign: 1 | -1 = 1): void {
    for (const group of groups) addSide(this.#sides[group], other.#sides[group], sign);
    addSide(this.#listed, other.#listed, sign);
    for (const [stage, count] of other.#stages)
      this.#stages.set(stage, this.count(stage) + sign * count);
  }
  /** Makes the number and the sums of the open projects. */
  listed(): GroupTotals {
    return toGroupTotals(this.#listed);
  }
  /** The number of open projects in a stage. */
  count(stage: StageOrUnknown): number {
    return this.#stages.get(stage) ?? 0;
  }
  /** Makes the number and the sums of the projects of a group. */
  side(group: (typeof groups)[number]): GroupTotals {
    return toGroupTotals(this.#sides[group]);
  }
}

/** Makes the tallies of an import. */
export function makeTallies(day: IsoDate, mapping: StageMapping) {
  const make = (): RegisterTally => new RegisterTally(day, mapping);
  return {
    before: make(),
    after: make(),
    /** The known projects of the file, as the register has them. */
    listed: make(),
    /** The other known projects. */
    unlisted: make(),
    /** Those of them with a statement of the day or a later one. */
    later: make(),
  } as const;
}
export type RegisterTallies = ReturnType<typeof makeTallies>;

/**
 * Makes counts and sums of the register on the file's day, before and after the import. Without own
 * projects there is no "before".
 */
export const summariseRegisterChange = (
  before: RegisterTally | undefined,
  after: RegisterTally,
): RegisterTotals => ({
  groups: groups.map((group) => ({
    group,
    ...compact({ before: before === undefined ? undefined : before.side(group) }),
    after: after.side(group),
  })),
  indicators: [],
  listed: {
    ...compact({ before: before === undefined ? undefined : before.listed() }),
    after: after.listed(),
  },
  stages: [...stages, 'unknown' as const].map((stage) => ({
    stage,
    ...compact({ before: before === undefined ? undefined : before.count(stage) }),
    after: after.count(stage),
  })),
});

const findLatest = (
  observations: readonly Observation[],
): { readonly period: string; readonly value: string } | undefined => {
  const last = observations
    .filter((o) => o.value !== undefined)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1);
  return last?.value === undefined ? undefined : { period: last.period, value: last.value };
};

/** Lists the last value of each indicator in the file, before and after the import. */
export function summariseSeriesChange(
  knownValues: readonly Observation[],
  observations: readonly Observation[],
): RegisterTotals {
  const ids = [...new Set(observations.map((o) => o.indicator))];
  return {
    groups: [],
    stages: [],
    indicators: ids.map((indicator) => {
      const old = knownValues.filter((o) => o.indicator === indicator);
      const now = observations.filter((o) => o.indicator === indicator);
      const before = findLatest(old);
      const after = findLatest([
        ...old.filter((o) => !now.some((n) => n.period === o.period)),
        ...now,
      ]);
      return {
        indicator,
        ...compact({ before, after }),
      };
    }),
  };
}
