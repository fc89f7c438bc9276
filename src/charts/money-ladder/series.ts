import { keepResults } from '#charts/kit/keep-results.ts';
import { headingName } from '#charts/breakdown/data/names.ts';
import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import type { AxisUnit } from '#charts/kit/annotation-axis.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import {
  fullText,
  type GroupSums,
  groupsUnit,
  type MeasureUnit,
  valueText,
} from '#charts/kit/text/units.ts';
import { type Cell, findSum, noProjects } from '#domain/analysis/cell.ts';
import { findOrder, listFirstKeys, orderBySize } from '#domain/analysis/headings.ts';
import {
  foldLadder,
  type LadderGroup,
  type LadderRung,
  ladderRungs,
  type MoneyLadder,
} from '#domain/analysis/money-ladder.ts';
import { measureTerms } from '#domain/labels/index.ts';
import { largestValue } from '#domain/overview/money-units.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal, type Decimal, toNumber } from '#domain/values/decimal.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { ladderLabels } from './labels/index.ts';

interface DrawnRung {
  /** In the display unit; omitted where no project states it. */
  readonly value?: number;
  readonly text: string;
  readonly bold: boolean;
  readonly figure: TableFigure;
}
export interface LadderRow {
  readonly name: string;
  readonly rungs: readonly DrawnRung[];
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}
export interface LadderBlock {
  readonly unit: string;
  readonly rows: readonly LadderRow[];
  readonly total: LadderRow;
  readonly axis: AxisUnit;
  /** The same block of the other side of a comparison: both have one scale. */
  readonly beside?: Pick<LadderBlock, 'rows' | 'total'>;
}
/** A ladder beside another one. Both take the multiple that fits the sums of both. */
export type SizedLadder = MoneyLadder & {
  /** By unit: the sums of both sides. */
  readonly sums?: Readonly<Record<string, GroupSums>>;
  /**
   * By unit: the groups that have an amount on one of the sides, by key, with the larger plan of
   * both sides.
   */
  readonly sizes?: Readonly<Record<string, ReadonlyMap<string | undefined, Decimal | undefined>>>;
  /** The keys of the drawn groups of both sides, with commas between. */
  readonly named?: string;
};
/** Whether a group has an amount in a unit. */
export const isKnownIn = ({ rungs }: Pick<LadderGroup, 'rungs'>, unit: string): boolean =>
  rungs.some((rung) => findSum(rung, unit) !== undefined);
/** The planned amount of a group in a unit. @returns undefined if no project states it */
export const findPlan = (
  { rungs }: Pick<LadderGroup, 'rungs'>,
  unit: string,
): Decimal | undefined => findSum(rungs[0] ?? noProjects, unit)?.value;
export interface LadderSeries {
  readonly heads: readonly string[];
  readonly blocks: readonly LadderBlock[];
  readonly small: number;
  readonly empty: string;
}

export const mostRows = 9;

/** Lists the sums of ladders side by side in a currency. */
export function listSums(ladders: readonly MoneyLadder[], unit: string): GroupSums {
  const readSums = ({ rungs }: LadderGroup): readonly Decimal[] =>
    rungs.flatMap((rung) => findSum(rung, unit)?.value ?? []);
  return {
    most: largestValue(ladders.flatMap(({ total }) => readSums(total))),
    groups: ladders.flatMap(({ groups }) => groups.flatMap(readSums)),
  };
}

/** The multiple in which all sums of a currency are written. */
export const ladderUnit = (ladder: SizedLadder, unit: string, language: Language): MeasureUnit =>
  groupsUnit(unit, language, ladder.sums?.[unit] ?? listSums([ladder], unit));

type RungText = Omit<DrawnRung, 'figure'>;
function drawRung(cell: Cell | undefined, unit: MeasureUnit, bold: boolean): RungText {
  const value = cell === undefined ? undefined : findSum(cell, unit.unit)?.value;
  if (value !== undefined) return { value: toNumber(value), text: valueText(value, unit), bold };
  const isUnknown = cell === undefined || cell.undisclosed > 0;
  return { text: isUnknown ? '—' : '0', bold: false };
}

/** The subject of the sum of a rung of a group. */
function rungFigure(
  { by, groups, named }: SizedLadder,
  { key, folded }: LadderGroup,
  rung: LadderRung,
  unit: string,
): TableFigure {
  return {
    measure: `breakdown_${rung}`,
    of: {
      by,
      stack: 'none',
      in: unit,
      ...compact({
        key,
        rest: folded === undefined ? undefined : 'key',
        most: groups.length > mostRows && named === undefined ? String(mostRows) : undefined,
        named: groups.length > mostRows ? named : undefined,
      }),
    },
  };
}

function drawRow(
  ladder: SizedLadder,
  group: LadderGroup,
  name: string,
  unit: MeasureUnit,
): LadderRow {
  const { language } = unit;
  const [, , paid, done] = group.rungs.map((rung) => findSum(rung, unit.unit)?.value);
  const exceeds = paid !== undefined && done !== undefined && compareDecimal(done, paid) > 0;
  return {
    name,
    rungs: ladderRungs.map((rung, at) => ({
      ...drawRung(group.rungs[at], unit, exceeds && at === 3),
      figure: rungFigure(ladder, group, rung, unit.unit),
    })),
    lines: [
      ...ladderRungs.map((rung, at) => {
        const value = findSum(group.rungs[at] ?? noProjects, unit.unit);
        return {
          label: measureTerms[rung][language],
          value: value === undefined ? '—' : fullText(value.value, unit, unit.digits),
        };
      }),
      {
        label: breakdownLabels[language].columns.projects,
        value: formatCount(group.count, language),
      },
    ],
  };
}

interface DrawnGroups {
  readonly groups: readonly LadderGroup[];
  /** The keys of the groups with a row, where they are not those of the first currency. */
  readonly named?: string;
}

/** Lists the groups of a further currency: the largest of those with an amount in it. */
function listOthers(ladder: SizedLadder, unit: string): DrawnGroups {
  const { by, groups, sizes } = ladder;
  const ofBoth = sizes?.[unit];
  const order = findOrder(by);
  const isFolded = groups.length > mostRows;
  if (ofBoth !== undefined || order !== 'size') {
    const isKnown = (group: LadderGroup): boolean =>
      ofBoth === undefined ? isKnownIn(group, unit) : ofBoth.has(group.key);
    const own = foldLadder(ladder, mostRows).filter(isKnown);
    return {
      groups: orderBySize(own, order, (group) =>
        ofBoth === undefined ? findPlan(group, unit) : ofBoth.get(group.key),
      ),
    };
  }
  const someGroups = groups.filter((group) => isKnownIn(group, unit));
  const own = orderBySize(someGroups, order, (group) => findPlan(group, unit));
  return {
    groups: foldLadder({ by, groups: own }, mostRows),
    ...compact({ named: isFolded ? joinItems(listFirstKeys(own, mostRows)) : undefined }),
  };
}

/** The four amounts of each group, currency by currency, with their texts. */
export const ladderSeries = keepResults((overview: Overview, language: Language): LadderSeries => {
  const words = ladderLabels[language];
  const ladder: SizedLadder | undefined = overview.money_ladder;
  const heads = ladderRungs.map((rung) => words.rungs[rung]);
  const small = language === 'en' ? 11 : 12;
  if (ladder === undefined || ladder.groups.length === 0)
    return { heads, blocks: [], small, empty: words.titleNone };
  const groups = foldLadder(ladder, mostRows);
  const units = ladder.units.length === 0 ? [overview.zone.base_currency] : ladder.units;
  const context = { overview, zones: ladder.zones, language, short: true };
  const blocks = units.map((currency, at): LadderBlock => {
    const unit = ladderUnit(ladder, currency, language);
    const own = at === 0 ? { groups } : listOthers(ladder, currency);
    const ownLadder = { ...ladder, ...own, groups: ladder.groups };
    return {
      unit: unit.word,
      axis: { unit: currency, scale: unit.scale, word: unit.word },
      rows: own.groups.map((group) =>
        drawRow(ownLadder, group, headingName(ladder.by, group, context), unit),
      ),
      total: drawRow(ladder, ladder.total, breakdownLabels[language].total, unit),
    };
  });
  return { heads, blocks, small, empty: '' };
});
