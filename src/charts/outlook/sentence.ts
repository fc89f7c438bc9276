import { fullText, paceDigits, paceText, statedText } from '#charts/kit/text/units.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { findAnswer } from '#domain/outlook/answer.ts';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import type { OutlookRange, TargetOutlook } from '#domain/outlook/outlook.ts';
import { findPaceOutcome } from '#domain/targets/pace-outcome.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compareDecimal, type Decimal, subtractDecimal } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  differenceUnit,
  formatCount,
  formatDate,
  formatMonth,
  formatValue,
} from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { outlookChartLabels } from './labels/index.ts';

/** Writes a value of a target in the one unit of its outlook. */
export function writeTargetValue(
  row: TargetRow,
  value: string | number,
  language: Language,
): string {
  const unit = rowUnit(row, language);
  return fullText(value, unit, unit.digits);
}
/** Writes the value of a target now, in the one unit of its outlook. */
export const writeStatedValue = (row: TargetRow, value: Decimal, language: Language): string =>
  statedText(value, rowUnit(row, language));

/** Writes the difference of two values of a target: points for percentages. */
export function writeDifference(
  row: TargetRow,
  value: string | number,
  language: Language,
  digits?: number,
): string {
  const unit = rowUnit(row, language);
  const places = digits ?? unit.digits;
  const difference = differenceUnit(row.unit);
  return difference === row.unit
    ? fullText(value, unit, places)
    : formatValue(value, difference, language, { digits: places }).text;
}
/** Writes a pace of a target, an amount per month. */
export function writePace(row: TargetRow, value: number, language: Language): string {
  const unit = rowUnit(row, language);
  return differenceUnit(row.unit) === row.unit
    ? paceText(value, unit)
    : writeDifference(row, value, language, paceDigits(value, unit));
}

/** Joins the sentences that there are. */
const joinSentences = (sentences: readonly string[], language: Language): string =>
  sentences.filter((sentence) => sentence !== '').join(language === 'en' ? ' ' : '');

/**
 * Finds the part of a ceiling for which no date is known, where all projects together reach the
 * target: nobody knows then whether they reach it in time.
 * @returns undefined if the target is not reached, or each part has a date
 */
export const findUndatedPart = ({ missing, undated = '0' }: OutlookRange): Decimal | undefined =>
  compareDecimal(missing, '0') === 0 && compareDecimal(undated, '0') > 0 ? undated : undefined;

/**
 * Writes the value to which the registered projects bring a target, and how much of it comes after
 * the deadline.
 * @returns an empty text where no project states what it adds
 */
export function writeRange({ row, range, fewest }: TargetOutlook, language: Language): string {
  if (range === undefined || fewest === undefined) return '';
  const t = outlookChartLabels[language].say;
  const n = formatCount(range.known, language);
  const ceiling = writeTargetValue(row, range.ceiling, language);
  const { late = '0' } = range;
  const write = (value: string): string => writeDifference(row, value, language);
  const undated = findUndatedPart(range);
  return joinSentences(
    [
      compareDecimal(range.missing, '0') > 0
        ? t.ceiling({ n, ceiling, missing: write(range.missing) })
        : t.enough({ n, ceiling }),
      compareDecimal(late, '0') > 0 ? t.late({ late: write(late) }) : '',
      undated === undefined ? '' : t.undated({ undated: write(undated) }),
    ],
    language,
  );
}

function writePaceClause({ row }: TargetOutlook, language: Language): string {
  const outcome = findPaceOutcome(row);
  if (outcome === undefined || row.forecast.kind !== 'range') return '';
  const t = outlookChartLabels[language].say;
  const value = writeTargetValue(row, row.forecast.p50, language);
  const date = formatDate(row.deadline, language, 'long');
  return outcome.kind === 'short'
    ? t.paceShort({ value, date, by: writeDifference(row, outcome.by, language) })
    : t.pace({ value, date });
}

const neededWords = {
  level: { gain: 'needed', loss: 'neededLost' },
  twelve_months: { gain: 'neededTotal', loss: 'neededTotalLost' },
  year: { gain: 'neededYear', loss: 'neededYear' },
} as const;

function writeNeeded({ row }: TargetOutlook, language: Language): string {
  const t = outlookChartLabels[language].say;
  const { basis, neededPerMonth, actual, since } = findNeededPace(row) ?? {};
  if (neededPerMonth === undefined || actual === undefined || neededPerMonth === 0) return '';
  const neededPace = writePace(row, Math.abs(neededPerMonth), language);
  if (since !== undefined)
    return t.neededSince({
      neededPace,
      pace: writePace(row, actual, language),
      month: formatMonth(since, language, 'long'),
    });
  if (neededPerMonth < 0)
    return t.neededFall({ neededPace, pace: writePace(row, actual, language) });
  const { gain, loss } = neededWords[basis ?? 'level'];
  return t[actual < 0 ? loss : gain]({
    neededPace,
    pace: writePace(row, loss === 'neededYear' ? actual : Math.abs(actual), language),
  });
}

/** Writes a value of a target, with its day where that is not the day of the page. */
function writeNow(
  row: TargetRow & { readonly now: NonNullable<TargetRow['now']> },
  language: Language,
  as_of: IsoDate,
): string {
  const value = writeStatedValue(row, row.now.value, language);
  return row.now.date === as_of
    ? outlookChartLabels[language].say.today(value)
    : outlookChartLabels[language].say.onDay({
        value,
        date: formatDate(row.now.date, language, 'long'),
      });
}

/** Writes the result of a target of a checklist. @returns undefined while it is open */
function writeList({ row }: TargetOutlook, language: Language): string | undefined {
  const { checklist, verdict } = row;
  if (checklist === undefined || (verdict !== 'met' && verdict !== 'missed')) return undefined;
  const t = outlookChartLabels[language].say;
  return t[verdict === 'met' ? 'listMet' : 'listMissed']({
    name: row.name[language],
    done: formatCount(checklist.done, language),
    total: formatCount(checklist.total, language),
  });
}

/**
 * Writes one target as sentences to read out, made from its figures.
 *
 * @param as_of - the day of the text: a value of another day is written with its own day
 */
export function writeOutlook(outlook: TargetOutlook, language: Language, as_of: IsoDate): string {
  const { row } = outlook;
  const t = outlookChartLabels[language].say;
  const name = row.name[language];
  const answer = findAnswer(outlook);
  if (answer.kind === 'unreported') return t.unreported({ name });
  if (row.verdict === 'no_value_at_deadline') return t.noneAtDeadline({ name });
  if (row.now === undefined || row.target === undefined)
    return writeList(outlook, language) ?? t.unknown({ name });
  const now = writeNow({ ...row, now: row.now }, language, as_of);
  const target = formatTarget(row.comparator, row.target, row.unit, language);
  if (answer.kind === 'met') return t.met({ name, now, target });
  if (answer.kind === 'missed') {
    const by = subtractDecimal(row.now.value, row.target).replace('-', '');
    const write = getDirection(row.comparator) === 1 ? t.missed : t.missedLimit;
    return write({ name, now, target, by: writeDifference(row, by, language) });
  }
  return joinSentences([t.now({ name, now, target }), writeProspect(outlook, language)], language);
}

/**
 * Writes what pace and projects bring to a target, without its value and its target.
 * @returns an empty text where neither is known
 */
export const writeProspect = (outlook: TargetOutlook, language: Language): string =>
  joinSentences(
    [
      writePaceClause(outlook, language),
      writeNeeded(outlook, language),
      writeRange(outlook, language),
    ],
    language,
  );

/** Like `writeOutlook`, and marks each sentence that rests on examples. */
export function writeMarkedOutlook(
  outlook: TargetOutlook,
  language: Language,
  as_of: IsoDate,
): string {
  const sentence = writeOutlook(outlook, language, as_of);
  return outlook.row.verdict_status === 'illustrative'
    ? kitLabels[language].example(sentence)
    : sentence;
}
