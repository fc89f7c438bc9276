import {
  type Breakdown,
  type BreakdownMeasure,
  isRatio,
  ratioOrSum,
  isCountMeasure,
} from '#domain/analysis/breakdown.ts';
import { addCells, type Cell, findSum, noProjects } from '#domain/analysis/cell.ts';
import { statusTerms } from '#domain/labels/projects/stage.ts';
import type { FilterNames } from '#domain/labels/projects/filter-value.ts';
import { compareDecimal, type Decimal, divideDecimal, toNumber } from '#domain/values/decimal.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { formatPercent, formatValue } from '#domain/values/format.ts';
import type { Text } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import { analysisTerms } from './labels/index.ts';
import type { DayExplanation, ExplainedPart, LeftOut } from '#domain/measures/explanation.ts';
import type { CellRowsInput } from '#domain/measures/rows-input.ts';
import {
  stateValue,
  absences,
  countText,
  inAll,
  leftOut,
  reasons,
  sumText,
} from '#domain/measures/explain/texts.ts';
import {
  type GroupPlace,
  findHeading,
  findHeadings,
  findPlace,
  isWhole,
  nameGroup,
} from './group-names.ts';

/** A breakdown, the requested cell, and the names of its groups. */
export interface CellSubject {
  readonly breakdown: Breakdown;
  readonly group: GroupPlace;
  readonly part: GroupPlace;
  /** A currency, `projects` or `jobs`; omitted for the first unit. */
  readonly unit?: string | undefined;
  readonly names: FilterNames;
  readonly data_status: DataStatus;
  readonly sources: NonNullable<DayExplanation['sources']>;
}

/** The largest number of parts of a sum that are written out. */
const mostParts = 8;

/** The requested unit, else the first one. */
const unitOf = ({ unit, breakdown }: CellSubject): string =>
  isCountMeasure(breakdown.measure) ? 'projects' : (unit ?? breakdown.units[0] ?? '');

/** The cell of a group and a part. */
export function findCell({ breakdown, group, part }: CellSubject): Cell {
  const { groups, total, parts } = breakdown;
  const row = isWhole(group) ? total : groups[findHeading(groups, group)];
  if (row === undefined) return noProjects;
  if (isWhole(part)) return row.total;
  if (part.keys === undefined && part.not === undefined)
    return row.cells[findHeading(parts, part)] ?? noProjects;
  return addCells(findHeadings(parts, part).map((at) => row.cells[at] ?? noProjects));
}

/** Names a cell: its group and its part. */
export function cellSubject({ breakdown, group, part, names }: CellSubject): Text {
  const { by, stack } = breakdown;
  const [own, divided] = [nameGroup(by, group, names), nameGroup(stack, part, names)];
  return isWhole(part) ? own : inAll((language) => `${own[language]} · ${divided[language]}`);
}

/** The projects behind the cell. */
export function cellRows(
  { breakdown, group, part }: CellSubject,
  more: Pick<CellRowsInput, 'unit' | 'known'> = {},
): CellRowsInput {
  const { measure, by, stack, groups, parts } = breakdown;
  return {
    kind: 'cell',
    measure,
    by,
    stack,
    group: findPlace(groups, group),
    part: findPlace(parts, part),
    ...more,
  };
}

/** Writes a value of a measure in a unit. */
export function writeCell(measure: BreakdownMeasure, value: Decimal, unit: string): Text {
  if (measure === 'jobs_per_100m')
    return inAll(
      (language) =>
        `${formatValue(value, 'jobs', language, { digits: 1 }).text} / ${formatValue('100000000', unit, language).text}`,
    );
  if (measure === 'fdi_realised')
    return inAll((language) => formatValue(value, 'percent', language, { digits: 1 }).text);
  return inAll((language) => {
    const { text } = formatValue(value, unit, language);
    return isRatio(measure) ? `${text} / ${analysisTerms.mu[language]}` : text;
  });
}

/** Projects that are not counted, by their status. */
const outside = ({ breakdown }: CellSubject): LeftOut[] =>
  Object.entries(breakdown.left_out).flatMap(([status, count]) =>
    leftOut(
      Object.hasOwn(statusTerms, status)
        ? statusTerms[status as keyof typeof statusTerms]
        : reasons.not_active,
      count,
    ),
  );

/** The exclusions of a sum: projects without the fact, in other units, and of other statuses. */
function listLeftOut(subject: CellSubject, cell: Cell, unit: string): LeftOut[] {
  const { measure } = subject.breakdown;
  const others = cell.sums.reduce((sum, one) => (one.unit === unit ? sum : sum + one.count), 0);
  return [
    ...(isCountMeasure(measure) ? [] : leftOut(reasons.unknown, cell.undisclosed)),
    ...leftOut(analysisTerms.reasons.other_unit, others),
    ...outside(subject),
  ];
}

/** The units of the numerator and the denominator of a ratio. */
function unitsOfRatio(measure: BreakdownMeasure, unit: string): readonly [string, string] {
  if (measure === 'fdi_realised') return [unit, unit];
  return measure === 'jobs_per_100m' ? ['jobs', unit] : [unit, 'mu'];
}

/** The facts of the cell as parts: what it adds up, or what a ratio divides. */
function listParts(subject: CellSubject, cell: Cell, unit: string): ExplainedPart[] {
  const { breakdown, group, part, names } = subject;
  const { measure, by, stack, groups, parts, total } = breakdown;
  const write = (one: Cell): Text | undefined => {
    const sum = findSum(one, unit);
    return sum === undefined ? undefined : writeCell(measure, sum.value, unit);
  };
  const groupName =
    isWhole(group) && isWhole(part)
      ? groups.map((one) => ({
          name: nameGroup(by, { ...one, rest: one.folded !== undefined }, names),
          text: write(one.total),
        }))
      : isWhole(part) && stack !== 'none'
        ? parts.map((one, at) => ({
            name: nameGroup(stack, { ...one, rest: one.folded !== undefined }, names),
            text: write((groups[findHeading(groups, group)] ?? total).cells[at] ?? noProjects),
          }))
        : [];
  if (!isRatio(measure))
    return groupName.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
  const sum = findSum(cell, unit);
  if (sum?.base === undefined) return [];
  const [above, base] = unitsOfRatio(measure, unit);
  return [
    {
      name: analysisTerms.parts.dividend,
      text: inAll((language) => formatValue(sum.value, above, language).text),
    },
    {
      name: analysisTerms.parts.divisor,
      text: inAll((language) => formatValue(sum.base ?? '0', base, language).text),
    },
  ];
}

const common = (subject: CellSubject) => ({
  subject: cellSubject(subject),
  sources: subject.sources,
  data_status: subject.data_status,
});

/** Explains the value of a cell: a count, a sum in one unit, or a ratio. */
export function explainCell(subject: CellSubject): DayExplanation {
  const { measure } = subject.breakdown;
  const cell = findCell(subject);
  const unit = unitOf(subject);
  const sum = findSum(cell, unit);
  const { held_back = [] } = subject.breakdown;
  const isHeld = held_back.includes(unit);
  const isEmpty = !isRatio(measure) && !isHeld && (cell.count === 0 || cell.sums.length > 0);
  const value = sum === undefined ? (isEmpty ? '0' : undefined) : ratioOrSum(sum, measure);
  const parts = listParts(subject, cell, unit);
  const text =
    value === undefined ? undefined : writeCell(measure, value, unit === '' ? 'projects' : unit);
  const [first, second] = parts;
  return {
    ...common(subject),
    ...compact({
      absent: text !== undefined ? undefined : isHeld ? absences.withheld : absences.no_number,
      text,
      exact: value === undefined ? undefined : [{ value, unit }],
      filled:
        text === undefined || first === undefined || second === undefined
          ? undefined
          : isRatio(measure)
            ? inAll(
                (language) =>
                  `${first.text[language]} ÷ ${second.text[language]} = ${text[language]}`,
              )
            : parts.length > mostParts
              ? undefined
              : sumText(parts, text),
    }),
    parts,
    left_out: listLeftOut(subject, cell, unit),
    rows: cellRows(subject, isCountMeasure(measure) ? {} : { unit }),
  };
}

/** Explains the share of a group in the total. */
export function explainGroupShare(subject: CellSubject): DayExplanation {
  const { breakdown } = subject;
  const unit = unitOf(subject);
  const cell = findCell(subject);
  const [part, whole] = [cell, breakdown.total.total].map((one) => findSum(one, unit)?.value);
  if (
    part === undefined ||
    whole === undefined ||
    compareDecimal(whole, '0') <= 0 ||
    compareDecimal(part, '0') < 0
  )
    return { ...common(subject), absent: absences.no_number, rows: cellRows(subject) };
  const value = divideDecimal(part, whole, 6);
  const text = inAll((language) => formatPercent(toNumber(value), language, 1));
  const [above, below] = [part, whole].map((one) => writeCell(breakdown.measure, one, unit));
  return {
    ...common(subject),
    text,
    exact: [{ value, unit: 'ratio' }],
    filled: inAll(
      (language) => `${above?.[language] ?? ''} ÷ ${below?.[language] ?? ''} = ${text[language]}`,
    ),
    left_out: listLeftOut(subject, cell, unit),
    rows: cellRows(subject, isCountMeasure(breakdown.measure) ? {} : { unit }),
  };
}

/** Explains how many projects of a cell there are, with the fact, or without it. */
export function explainCellProjects(
  subject: CellSubject,
  which: 'all' | 'known' | 'unknown',
): DayExplanation {
  const cell = findCell(subject);
  const { unit } = subject;
  const knownSums = cell.sums.filter((one) => unit === undefined || one.unit === unit);
  const count = {
    all: cell.count,
    known: knownSums.reduce((sum, one) => sum + one.count, 0),
    unknown: cell.undisclosed,
  }[which];
  const rows = {
    all: {},
    known: unit === undefined ? { known: true } : { unit },
    unknown: { known: false },
  }[which];
  return {
    ...common(subject),
    text: countText(count),
    exact: [{ value: String(count), unit: 'projects' }],
    left_out: outside(subject),
    rows: cellRows(subject, rows),
  };
}

/** Explains the dividend or the divisor of a ratio. */
export function explainRatioPart(subject: CellSubject, which: 'above' | 'base'): DayExplanation {
  const { measure } = subject.breakdown;
  const unit = unitOf(subject);
  const sum = findSum(findCell(subject), unit);
  const value = which === 'above' ? sum?.value : sum?.base;
  const [above, base] = unitsOfRatio(measure, unit);
  const own = which === 'above' ? above : base;
  return {
    ...common(subject),
    ...stateValue(value, own, absences.no_number),
    left_out: listLeftOut(subject, findCell(subject), unit),
    rows: cellRows(subject, { unit }),
  };
}
