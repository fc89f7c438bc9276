import { fromWire, sumMoney, toWire, type WireMoney } from '#domain/money.ts';
import type { StripGroup, StripRow } from '#domain/overview.ts';
import type { StageOrUnknown } from '#domain/stage.ts';

/** An amount that stands for fewer projects than this could give one of them away. */
export const fewest = 3;

export interface CopyRow {
  readonly stage: StageOrUnknown;
  readonly count: number /** Absent: held back. Empty: no amounts given. */;
  readonly amounts?: readonly WireMoney[];
}
export interface CopyGroup {
  readonly group: StripGroup['group'];
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts?: readonly WireMoney[];
  readonly rows: readonly CopyRow[];
}

/** Projects behind the amount of a currency: exact where every dot is there, else at least so many. */
const behind = (row: StripRow, currency: string): number => row.dots.filter((dot) => dot.money?.currency === currency).length;

/**
 * The stages of which one currency's amount is held back: those of fewer than three projects, and further ones, smallest
 * first, until what a reader could work out from the group's total stands for three or more. `total` false: that too.
 */
function heldBack(rows: readonly StripRow[], currency: string): { readonly stages: ReadonlySet<StageOrUnknown>; readonly total: boolean } {
  const given = rows.flatMap((row) =>
    row.amounts.some((money) => money.currency === currency) ? [{ stage: row.stage, n: behind(row, currency) }] : [],
  );
  const held = given.filter(({ n }) => n < fewest);
  const rest = given.filter(({ n }) => n >= fewest).toSorted((a, b) => a.n - b.n);
  const hidden = () => held.reduce((sum, { n }) => sum + n, 0);
  while (held.length > 0 && (held.length === 1 || hidden() < fewest) && rest.length > 0) held.push(...rest.splice(0, 1));
  return { stages: new Set(held.map(({ stage }) => stage)), total: held.length === 0 || hidden() >= fewest };
}

/** A group with the amounts that can be shown; counts always stand. */
export function withoutSingles(group: StripGroup): CopyGroup {
  const currencies = [...new Set(group.rows.flatMap((row) => row.amounts.map((money) => money.currency)))];
  const held = new Map(currencies.map((currency) => [currency, heldBack(group.rows, currency)]));
  const totals = sumMoney(group.rows.flatMap((row) => row.amounts).map(fromWire)).map(toWire);
  const shown = (amounts: readonly WireMoney[], may: (currency: string) => boolean) =>
    amounts.every((money) => may(money.currency)) ? { amounts } : {};
  return {
    group: group.group,
    count: group.count,
    undisclosed: group.undisclosed,
    ...shown(totals, (currency) => held.get(currency)?.total === true),
    rows: group.rows.map((row) => ({
      stage: row.stage,
      count: row.count,
      ...shown(row.amounts, (currency) => held.get(currency)?.stages.has(row.stage) === false),
    })),
  };
}
