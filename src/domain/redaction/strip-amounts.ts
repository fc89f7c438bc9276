import { toMajor, fromWire, type WireMoney } from '#domain/money.ts';
import type { Figure, StripDot, StripGroup, StripRow } from '#domain/overview.ts';
import type { RedactionProfile } from './profile.ts';
import { safeSums, type Atom, type Showable } from './safe-sums.ts';

/** A stage without the projects that are left out, and those. `unsure`: one that is left out may be counted in it. */
export interface ReducedRow {
  readonly row: StripRow;
  readonly out: readonly StripDot[];
  readonly unsure: boolean;
}
export interface ReducedGroup {
  readonly group: StripGroup['group'];
  readonly rows: readonly ReducedRow[];
}
interface Asked {
  readonly profile: RedactionProfile;
  readonly groups: readonly ReducedGroup[];
  /** The total of all established projects as published: known, whatever is shown. */
  readonly published: Figure | undefined;
  /** Whether the projects of a stage are drawn one by one. */
  readonly listed: (row: StripRow) => boolean;
}
/** Which amounts of one currency are shown, by group and by stage; and of which stages each project's. */
export interface ShownAmounts {
  readonly groups: ReadonlySet<StripGroup['group']>;
  readonly rows: ReadonlySet<string>;
  readonly each: ReadonlySet<string>;
}

const withCurrency = (dots: readonly StripDot[], currency: string): number =>
  dots.filter(({ money }) => money?.currency === currency).length;
/** Projects behind a sum; in a stage of several currencies that is cut, at least so many. */
function behind(row: StripRow, currency: string): number {
  if (!row.amounts.some((money) => money.currency === currency)) return 0;
  return row.amounts.length === 1 ? row.count - row.undisclosed : Math.max(1, withCurrency(row.dots, currency));
}

/** The amounts of one currency that can be shown: established and pipeline before stages, stages of many projects before those of few. */
export function shownAmounts(currency: string, { profile, groups, published, listed }: Asked): ShownAmounts {
  const atoms: Atom[] = [];
  const add = (size: number, hidden: boolean): number => atoms.push({ size, hidden }) - 1;
  const rows = groups.flatMap(({ group, rows: own }) =>
    own.map(({ row, out, unsure }) => ({
      group,
      row,
      unsure,
      kept: add(behind(row, currency), !(profile.amounts === 'all' && listed(row))),
      out: add(withCurrency(out, currency), true),
    })),
  );
  const established = rows.filter(({ group }) => group === 'established');
  const facts: Showable[] = published?.unit === currency ? [{ kind: 'sum', of: established.flatMap(({ kept, out }) => [kept, out]) }] : [];
  const bySize = rows.filter(({ unsure }) => !unsure).toSorted((a, b) => (atoms[b.kept]?.size ?? 0) - (atoms[a.kept]?.size ?? 0));
  const each = profile.amounts === 'all' ? bySize.filter(({ row }) => listed(row)) : [];
  const sure = groups.filter((group) => group.rows.every(({ unsure }) => !unsure));
  const showables: Showable[] = [
    ...each.map(({ kept }) => ({ kind: 'each' as const, of: kept })),
    ...sure.map(({ group }) => ({ kind: 'sum' as const, of: rows.flatMap((one) => (one.group === group ? [one.kept] : [])) })),
    ...bySize.map(({ kept }) => ({ kind: 'sum' as const, of: [kept] })),
  ];
  const fewest = profile.without.length > 0 ? Math.max(3, profile.smallest_group) : profile.smallest_group;
  const safe = safeSums({ atoms, facts, showables, fewest });
  const [groupsFrom, rowsFrom] = [each.length, each.length + sure.length];
  return {
    each: new Set(each.flatMap(({ row }, i) => (safe[i] === true ? [row.stage] : []))),
    groups: new Set(sure.flatMap(({ group }, i) => (safe[groupsFrom + i] === true ? [group] : []))),
    rows: new Set(bySize.flatMap(({ row }, i) => (safe[rowsFrom + i] === true ? [row.stage] : []))),
  };
}

/** Amounts without those of some projects; a currency that no project has any more is gone. */
export function withoutAmounts(amounts: readonly WireMoney[], out: readonly StripDot[], left: (currency: string) => number): WireMoney[] {
  return amounts.flatMap((money) => {
    const minor = out.reduce(
      (rest, dot) => (dot.money?.currency === money.currency ? rest - fromWire(dot.money).minor : rest),
      fromWire(money).minor,
    );
    return left(money.currency) > 0 ? [{ ...money, minor: String(minor) }] : [];
  });
}

/** The totals of a group that a reader gets, as figures like the given one. Lower bounds where amounts are missing. */
export const groupFigures = ({ amounts, undisclosed }: StripGroup, { qualifier: _, ...figure }: Figure): Figure[] =>
  amounts.map((money) => ({
    ...figure,
    value: toMajor(fromWire(money)),
    unit: money.currency,
    ...(undisclosed > 0 ? { qualifier: 'at_least' as const } : {}),
  }));
