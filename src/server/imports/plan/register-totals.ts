import { compact } from '#domain/values/compact.ts';
import type { RegisterTotals, GroupTotals } from '#contract/imports/preview-schemas.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { fromWire, toWire, type Currency, type WireMoney } from '#domain/values/money.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { segments } from '#domain/projects/segments.ts';
import {
  isOpenStatus,
  stageGroup,
  stages,
  type StageMapping,
  type StageOrUnknown,
} from '#domain/projects/stage.ts';

const groups = ['established', 'pipeline', 'neither'] as const;

interface Side {
  count: number;
  undisclosed: number;
  readonly amounts: Map<Currency, bigint>;
}
const createSide = (): Side => ({ count: 0, undisclosed: 0, amounts: new Map() });
const toGroupTotals = ({ count, undisclosed, amounts }: Side): GroupTotals => ({
  count,
  undisclosed,
  amounts: [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => toWire({ minor, currency })),
});

function addTo(side: Side, wire: WireMoney | undefined): void {
  side.count += 1;
  if (wire === undefined) {
    side.undisclosed += 1;
    return;
  }
  const { minor, currency } = fromWire(wire);
  side.amounts.set(currency, (side.amounts.get(currency) ?? 0n) + minor);
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
    const side =
      this.#sides[
        then === undefined ? 'neither' : stageGroup(then.stage, then.status, this.#mapping)
      ];
    const wire = record.facts.amounts.total_investment?.money;
    addTo(side, wire);
    if (then === undefined || !isOpenStatus(then.status)) return;
    addTo(this.#listed, wire);
    this.#stages.set(then.stage, (this.#stages.get(then.stage) ?? 0) + 1);
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
