import { compact } from '#domain/values/compact.ts';
import { sizeParts } from '#domain/projects/amount-spread.ts';
import { dayNumber, type IsoDate } from '#domain/values/date.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Reader } from '#server/db/db.ts';
import { sumsByStage } from '#server/projects/register/stage-sum-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { AmountFloor } from './action-store.ts';

/** From one part of this many projects on, the index of the day is read at the same cost. */
const largestShare = 20;
/** Doubles differ from exact weights by less than this. */
const margin = 1 - 1e-9;

/** Projects over a limit whose amounts are in one part of a size class. */
interface PartOfActive {
  /** The least amount of the part in the zone's currency, in minor units. */
  readonly least: number;
  readonly over: number;
  readonly count: number;
}
/** Factors from minor units of a currency to those of the zone's currency. */
export type Factors = ReadonlyMap<Currency, number>;

/** Lists how many active projects each part of a size class has, from the largest amounts. */
const listParts = (
  sums: Awaited<ReturnType<typeof sumsByStage>>,
  factors: Factors,
): readonly PartOfActive[] =>
  sums
    .flatMap(({ status, currency, part, over, count }): PartOfActive[] => {
      const factor = currency === null ? undefined : factors.get(currency);
      const limit = sizeParts[Number(part ?? 0) - 1];
      return status !== 'active' || factor === undefined || limit === undefined
        ? []
        : [{ least: Number(limit) * factor, over: Number(over), count: Number(count) }];
    })
    .toSorted((a, b) => b.least - a.least);

/**
 * Finds the amount above which this many projects are over a limit.
 * @returns undefined if there are fewer
 */
function findFloor(parts: readonly PartOfActive[], needed: number): number | undefined {
  let over = 0;
  return parts.find((part) => {
    over += part.over;
    return over >= needed;
  })?.least;
}

/** Whether so few projects have at least an amount that they are worth reading by it. */
function areFew(parts: readonly PartOfActive[], floor: number): boolean {
  let [above, all] = [0, 0];
  for (const { least, count } of parts) {
    all += count;
    if (least >= floor) above = all;
  }
  const next = parts.find(({ least }) => least < floor)?.count ?? 0;
  return (above + next) * largestShare <= all;
}

/**
 * Reads the earliest day from which a project may exceed a limit: a planned day, an update or an
 * event, of any version.
 */
async function readEarliestDay(reader: Reader, origin: Origin): Promise<IsoDate | undefined> {
  const columns = ['overdue_baseline', 'last_update', 'event_since'] as const;
  const days = await Promise.all(
    columns.map((column) =>
      reader
        .selectFrom('project_version')
        .select(`${column} as day`)
        .where('origin', '=', origin)
        .where(column, 'is not', null)
        .orderBy(column)
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  return days.flatMap((row) => row?.day ?? []).toSorted()[0];
}

const toFloors = (factors: Factors, floor: number): readonly AmountFloor[] =>
  [...factors].map(([currency, factor]) => ({
    currency,
    minor: BigInt(Math.floor((floor / factor) * margin)),
  }));

export interface LargestOptions<Place> {
  readonly factors: Factors;
  /** The number of rows to find. */
  readonly needed: number;
  /** Reads the first rows of the projects with at least these amounts. */
  readonly read: (floors: readonly AmountFloor[]) => Promise<readonly Place[]>;
  /** The weight of a row, amount × days over a limit. Null without an amount. */
  readonly weigh: (place: Place) => number | null;
}

/**
 * Reads the first projects that need action among those with the largest amounts. A project with a
 * smaller amount cannot be one of them, since no limit was exceeded for longer than the earliest day
 * of the register allows.
 *
 * @returns undefined if too many projects would be read; then read all of them
 */
export async function readAmongLargest<Place>(
  reader: Reader,
  scope: ProjectScope,
  { factors, needed, read, weigh }: LargestOptions<Place>,
): Promise<readonly Place[] | undefined> {
  if (factors.size === 0 || scope.only !== undefined) return undefined;
  const { origin, as_of, knownRevision, without, within } = scope;
  // only these, so that the sums are those of the overview
  const plain = { origin, as_of, ...compact({ knownRevision, without, within }) };
  const parts = listParts(await sumsByStage(reader, plain), factors);
  const floor = findFloor(parts, needed * 2);
  if (floor === undefined || !areFew(parts, floor)) return undefined;
  const places = await read(toFloors(factors, floor));
  const last = places.at(needed - 1);
  const weight = last === undefined ? null : weigh(last);
  const earliest = await readEarliestDay(reader, scope.origin);
  if (weight === null || weight <= 0 || earliest === undefined) return undefined;
  const mostDays = Math.max(1, dayNumber(scope.as_of) - dayNumber(earliest));
  const least = (weight / mostDays) * margin;
  if (least >= floor) return places;
  return areFew(parts, least) ? read(toFloors(factors, least)) : undefined;
}
