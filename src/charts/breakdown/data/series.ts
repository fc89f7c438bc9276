import { keepResults } from '#charts/kit/keep-results.ts';
import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import type { AxisUnit } from '#charts/kit/annotation-axis.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import {
  type BreakdownGroup,
  isCountMeasure,
  isPartUnknown,
  isRatio,
} from '#domain/analysis/breakdown.ts';
import { addCells, type Cell, findSum, noProjects } from '#domain/analysis/cell.ts';
import { listDisplayUnits } from '#domain/analysis/display-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { formatCount } from '#domain/values/format.ts';
import { toNumber } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { cellFigure } from './cell-figure.ts';
import { type BreakdownForm, findForm } from './form.ts';
import { headingName } from './names.ts';
import { foldParts, type PartSet } from './parts.ts';
import { type DrawnGroups, findDrawnGroups } from './drawn-groups.ts';
import {
  findValue,
  type SizedBreakdown,
  type ValueUnit,
  valueUnit,
  writeFull,
  writeValue,
} from './units.ts';

/** One cell of the chart as it is drawn and read out. */
export interface DrawnCell {
  /** In the display unit; undefined where nothing is known. */
  readonly value?: number;
  /** "0" for none, "—" for not reported. Without a unit, the number of projects without a value. */
  readonly text: string;
  readonly count: string;
  /** The number of projects without a value, in words; omitted for none. */
  readonly unknown?: string;
  readonly figure: TableFigure;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}
export interface DrawnRow {
  readonly name: string;
  readonly cells: readonly DrawnCell[];
  readonly total: DrawnCell;
  /** Sums of established projects and of the pipeline, where stages divide the bars. */
  readonly columns: readonly string[];
}
export interface DrawnPart {
  readonly name: string;
  readonly fill: Token;
  /** A light colour has an outline. */
  readonly outlined: boolean;
  /** The heading above several columns: established, in the pipeline. */
  readonly over?: string;
}
export interface DrawnBlock {
  readonly unit: string;
  readonly rows: readonly DrawnRow[];
  readonly total: DrawnRow;
  /** The unit of its bars; omitted for a ratio. */
  readonly axis?: AxisUnit;
  /** The same block of the other side of a comparison. Both have one scale. */
  readonly beside?: Pick<DrawnBlock, 'rows' | 'total'>;
}
/** The rows that share the scale of a block. */
export const rowsOnScale = ({ rows, beside }: DrawnBlock): readonly DrawnRow[] =>
  beside === undefined ? rows : [...rows, ...beside.rows];
/** All rows of a block whose texts need room. */
export const rowsWithText = (block: DrawnBlock): readonly DrawnRow[] => [
  ...rowsOnScale(block),
  block.total,
  ...(block.beside === undefined ? [] : [block.beside.total]),
];
export interface BreakdownSeries {
  readonly form: BreakdownForm;
  /** Heads of the number columns; the last one is the total. */
  readonly heads: readonly string[];
  readonly parts: readonly DrawnPart[];
  readonly blocks: readonly DrawnBlock[];
  /** The same with fewer parts, for a phone. */
  readonly narrow?: {
    readonly parts: readonly DrawnPart[];
    readonly blocks: readonly DrawnBlock[];
  };
  /** Size of small text in px: Han and kana are not drawn smaller than 12. */
  readonly small: number;
  readonly words: { readonly total: string; readonly fromLeft: string; readonly separator: string };
  readonly empty: string;
}

interface Maker {
  readonly overview: Overview;
  readonly breakdown: SizedBreakdown;
  readonly language: Language;
  /** Omitted for the projects without a value, where there are several currencies. */
  readonly unit: ValueUnit | undefined;
  /** The drawn groups, if some are folded. */
  readonly drawnGroups: DrawnGroups;
}
/** One part of a group: some of its parts, or all. */
interface Place {
  readonly group: BreakdownGroup;
  readonly name: string;
  readonly parts?: readonly number[];
}

/** The part of a cell that a block shows: with several currencies each has a block. */
function cellIn(cell: Cell, { unit, breakdown }: Maker): Cell {
  if (breakdown.units.length < 2) {
    // of several currencies one is drawn alone: the projects with another one are not of its cells
    const others = cell.sums.filter((sum) => sum.unit !== unit?.unit);
    const count = others.reduce((rest, sum) => rest - sum.count, cell.count);
    return others.length === 0 ? cell : { ...cell, count };
  }
  if (unit === undefined)
    return { ...noProjects, count: cell.undisclosed, undisclosed: cell.undisclosed };
  const sum = findSum(cell, unit.unit);
  return sum === undefined ? noProjects : { ...noProjects, count: sum.count, sums: [sum] };
}

/** Writes the value of a cell; without a unit, its number of projects without a value. */
function writeCell(whole: Cell, cell: Cell, { unit, language }: Maker): string {
  if (unit === undefined) return formatCount(cell.count, language);
  const value = findValue(cell, unit);
  if (value !== undefined && value !== '0') return writeValue(value, unit);
  // a currency without an amount is zero where another one is known; an undisclosed amount never is
  const isUnknown = value === undefined && whole.count > 0;
  return isUnknown && whole.sums.every(({ count }) => count === 0) ? '—' : '0';
}

/** The lines about a cell, under the name of its part. */
function listLines(
  { name, cell, text }: { readonly name: string; readonly cell: Cell; readonly text: string },
  { unit, language, breakdown: { measure } }: Maker,
): DrawnCell['lines'] {
  const words = breakdownLabels[language];
  if (unit === undefined) return [{ label: name, value: words.withoutValue(text) }];
  const value = findValue(cell, unit);
  return [
    { label: name, value: value === undefined ? text : writeFull(value, unit) },
    ...(isCountMeasure(measure)
      ? []
      : [{ label: words.columns.projects, value: formatCount(cell.count, language) }]),
    ...(cell.undisclosed === 0
      ? []
      : [{ label: words.columns.undisclosed, value: formatCount(cell.undisclosed, language) }]),
  ];
}

function drawCell({ group, name, parts }: Place, maker: Maker): DrawnCell {
  const { unit, language, breakdown, drawnGroups } = maker;
  const words = breakdownLabels[language];
  const whole =
    parts === undefined ? group.total : addCells(parts.map((at) => group.cells[at] ?? noProjects));
  const cell = cellIn(whole, maker);
  const value = unit === undefined ? undefined : findValue(cell, unit);
  const isUnknown = parts !== undefined && isPartUnknown(breakdown, group, parts);
  const text = isUnknown ? '—' : writeCell(whole, cell, maker);
  return {
    text,
    count:
      isCountMeasure(breakdown.measure) || unit === undefined
        ? ''
        : words.count(formatCount(cell.count, language)),
    lines: listLines({ name, cell, text }, maker),
    figure: cellFigure(breakdown, group, unit?.unit, parts, drawnGroups),
    ...compact({
      value: value === undefined ? undefined : toNumber(value),
      unknown:
        cell.undisclosed === 0
          ? undefined
          : (isRatio(breakdown.measure) ? words.notInRatio : words.withoutValue)(
              formatCount(cell.undisclosed, language),
            ),
    }),
  };
}

/** Sums of the stages that count as established and as pipeline. */
const groupColumns = (group: BreakdownGroup, sets: readonly PartSet[], maker: Maker): string[] =>
  sets.map(({ parts }) => drawCell({ group, name: '', parts }, maker).text);

function drawRow(
  group: BreakdownGroup,
  name: string,
  sets: readonly PartSet[],
  maker: Maker,
  columns: readonly PartSet[],
): DrawnRow {
  return {
    name,
    cells: sets.map(({ parts, name: part }) => drawCell({ group, name: part, parts }, maker)),
    total: drawCell({ group, name: breakdownLabels[maker.language].all }, maker),
    columns: groupColumns(group, columns, maker),
  };
}

/** Makes the rows of one unit, or of undisclosed amounts. */
function drawBlock(
  maker: Maker,
  sets: readonly PartSet[],
  columns: readonly PartSet[],
): DrawnBlock {
  const { overview, breakdown, language, unit, drawnGroups } = maker;
  const context = { overview, zones: breakdown.zones, language, short: true };
  return {
    unit: unit?.word ?? breakdownLabels[language].undisclosedProjects,
    ...compact({
      axis:
        unit === undefined || isRatio(breakdown.measure)
          ? undefined
          : { unit: unit.unit, scale: unit.displayUnit.scale, word: unit.word },
    }),
    rows: drawnGroups.groups.map((group) =>
      drawRow(group, headingName(breakdown.by, group, context), sets, maker, columns),
    ),
    total: drawRow(breakdown.total, breakdownLabels[language].total, sets, maker, columns),
  };
}

/** Makes all marks and numbers of the chart, with their texts. */
export const breakdownSeries = keepResults(
  (overview: Overview, { language, options }: ChartContext): BreakdownSeries => {
    const words = breakdownLabels[language];
    const breakdown: SizedBreakdown | undefined = overview.breakdown;
    const small = language === 'en' ? 11 : 12;
    const ends = {
      total: words.total,
      fromLeft: words.fromLeft('{}'),
      separator: kitLabels[language].list,
    };
    if (breakdown === undefined || breakdown.groups.length === 0)
      return {
        form: 'bars',
        heads: [],
        parts: [],
        blocks: [],
        words: ends,
        small,
        empty: words.titleNone(words.measures[breakdown?.measure ?? 'count']),
      };
    const form = findForm(breakdown, options.form);
    // where nothing is known, the groups keep their rows
    const units: readonly (ValueUnit | undefined)[] = [
      ...listDisplayUnits(breakdown, overview.zone.base_currency).map((unit) =>
        valueUnit(breakdown, unit, language),
      ),
      ...(breakdown.units.length > 1 && breakdown.total.total.undisclosed > 0 ? [undefined] : []),
    ];
    const { all, columns, narrow } = foldParts(overview, breakdown, form, language);
    const draw = (sets: readonly PartSet[]): readonly DrawnBlock[] =>
      units.map((unit) => {
        const drawnGroups = findDrawnGroups(breakdown, unit);
        return drawBlock({ overview, breakdown, language, unit, drawnGroups }, sets, columns);
      });
    const toParts = (sets: readonly PartSet[]): readonly DrawnPart[] =>
      sets.map(({ name, fill, over }) => ({
        name,
        fill,
        outlined: /^(stage-[123]|rule)$/.test(fill),
        ...compact({ over }),
      }));
    return {
      form,
      heads: [...columns.map(({ name }) => name), words.all],
      parts: toParts(all),
      blocks: draw(all),
      ...compact({
        narrow: narrow === undefined ? undefined : { parts: toParts(narrow), blocks: draw(narrow) },
      }),
      words: ends,
      small,
      empty: '',
    };
  },
);
