import { keepResults } from '#charts/kit/keep-results.ts';
import { fullText } from '#charts/kit/text/units.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { heldBackTerm } from '#domain/labels/general/missing-figure.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { outlookRefusalTerms } from '#domain/labels/targets/outlook-refusal.ts';
import { compact } from '#domain/values/compact.ts';
import {
  compareDecimal,
  negateDecimal,
  subtractDecimal,
  toNumber,
  type Decimal,
} from '#domain/values/decimal.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { differenceUnit } from '#domain/values/format.ts';
import { addComparator } from '#domain/targets/format-target.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { outlookChartLabels } from './labels/index.ts';

/** A value as a share of the target, 1 for 100 %, with its label. */
interface OutlookMark {
  readonly share: number;
  readonly label: string;
}

/** The measure of each mark of a row. */
export const markMeasures = {
  now: 'target_value',
  signed: 'outlook_signed',
  all: 'outlook_ceiling',
} as const;
export interface OutlookChartRow {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly now?: OutlookMark;
  readonly signed?: OutlookMark;
  readonly all?: OutlookMark;
  /** The missing amount even if all projects are realised. */
  readonly missing?: string;
  /** The amount by which all projects together exceed the target. */
  readonly beyond?: string;
  /** The amount by which the value of now is above an upper limit. */
  readonly over?: string;
  /** The text in place of unknown marks. */
  readonly note?: string;
  readonly hatched: boolean;
}
export interface OutlookSeries {
  readonly target: string;
  readonly rows: readonly OutlookChartRow[];
}

/**
 * Targets with a number above 0, in the order of the overview; under the scenario if there is one.
 */
export const comparedTargets = (overview: Overview): readonly TargetOutlook[] =>
  (overview.outlook?.targets ?? [])
    .filter(({ row }) => row.target !== undefined && compareDecimal(row.target, '0') > 0)
    .map((one) =>
      one.scenario?.range === undefined ? one : { ...one, range: one.scenario.range },
    );

/**
 * Target − ceiling; negative where all projects together exceed the target.
 * @returns the amount in the unit of the row; undefined without a target or a range
 */
export const findMissing = ({ row, range }: TargetOutlook): Decimal | undefined =>
  range === undefined || row.target === undefined
    ? undefined
    : subtractDecimal(row.target, range.ceiling);

/** Writes why a row has a value but no range. A shared link omits a range that it may not show. */
function explainRange({ measure, refused }: TargetOutlook, language: Language): string {
  if (measure === undefined) return outlookChartLabels[language].noProjects;
  return (refused === undefined ? heldBackTerm : outlookRefusalTerms[refused])[language];
}

/** Writes why a row has no value. */
const explainValue = (row: TargetRow, language: Language): string =>
  sentenceStart(absentValue(row, language));

/** Whether a target must not be passed: the bar of a value below it is no shortfall. */
const isLimit = ({ comparator }: TargetRow): boolean => comparator === '<' || comparator === '<=';

/** The amount by which a value is above an upper limit. @returns undefined if it is not */
function findExcess(row: TargetRow): Decimal | undefined {
  if (!isLimit(row) || row.now === undefined || row.target === undefined) return undefined;
  const excess = subtractDecimal(row.now.value, row.target);
  return compareDecimal(excess, '0') > 0 ? excess : undefined;
}

function makeRow(outlook: TargetOutlook, language: Language): OutlookChartRow {
  const { row, range } = outlook;
  const text = outlookChartLabels[language];
  const unit = rowUnit(row, language);
  const write = (value: Decimal): string => fullText(value, unit, unit.digits);
  const points = { ...unit, unit: differenceUnit(unit.unit) };
  const target = row.target ?? '0';
  const mark = (value: Decimal | undefined, label: (text: string) => string) =>
    value === undefined
      ? undefined
      : { share: toNumber(value) / toNumber(target), label: label(write(value)) };
  const missing = findMissing(outlook);
  const isMissing = missing !== undefined && compareDecimal(missing, '0') > 0;
  const excess = findExcess(row);
  const isBeyond = missing !== undefined && compareDecimal(missing, '0') < 0;
  return {
    id: targetKey(row),
    name: row.name[language],
    target: isLimit(row) ? addComparator(row.comparator, write(target), language) : write(target),
    hatched: row.now?.data_status === 'illustrative',
    ...compact({
      now: mark(row.now?.value, text.now),
      signed: mark(range?.signed, text.signed),
      all: mark(range?.ceiling, text.all),
      missing: isMissing ? text.missing(write(missing)) : undefined,
      beyond: isBeyond ? text.beyond(write(negateDecimal(missing))) : undefined,
      over: excess === undefined ? undefined : text.over(fullText(excess, points, unit.digits)),
      note:
        row.now === undefined
          ? explainValue(row, language)
          : range === undefined
            ? explainRange(outlook, language)
            : undefined,
    }),
  };
}

/** Makes floor, signed and ceiling of every target as shares of it. */
export const outlookSeries = keepResults(
  (overview: Overview, language: Language): OutlookSeries => ({
    target: outlookChartLabels[language].target,
    rows: comparedTargets(overview).map((one) => makeRow(one, language)),
  }),
);
