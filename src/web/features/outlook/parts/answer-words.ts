import { writeDifference, writeStatedValue } from '#charts/outlook/sentence.ts';
import type { Mark } from '#charts/targets/data/rows.ts';
import { findAnswer, type OutlookAnswer } from '#domain/outlook/answer.ts';
import { findMet, isFinal } from '#domain/outlook/met.ts';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { isSumUnknown } from '#domain/targets/derived/unknown-sum.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { verdictTerms } from '#domain/labels/index.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { compact } from '#domain/values/compact.ts';
import { subtractDecimal } from '#domain/values/decimal.ts';
import { formatMonth, formatPercent } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Translate } from '#web/i18n/text.ts';
import type { en } from '#web/features/outlook/labels/en.ts';

const answerMarks: Readonly<Record<OutlookAnswer['kind'], Mark>> = {
  met: 'check',
  missed: 'cross',
  on_pace: 'up',
  short: 'down',
  over: 'down',
  beyond_register: 'down-strong',
  within_register: 'ring',
  unreported: 'ring',
  unknown: 'ring',
};

/** The answer of one target in words, with a second line where there is one. */
export interface AnswerWords {
  readonly text: string;
  readonly more?: string;
  readonly mark: Mark;
  /** Short of plan: drawn in vermilion. */
  readonly isShort: boolean;
}

/** The result of a target whose deadline has passed. */
function writeFinal(
  { row }: TargetOutlook,
  t: Translate<typeof en>,
  language: Language,
): AnswerWords | undefined {
  const { now, target, comparator, completion, verdict, verdict_status } = row;
  if (!isFinal(row) || now === undefined || target === undefined) return undefined;
  const by = subtractDecimal(now.value, target);
  const size = writeDifference(row, by.replace('-', ''), language);
  const isMissed = verdict === 'missed';
  const isLimit = getDirection(comparator) === -1;
  const values = {
    now: writeStatedValue(row, now.value, language),
    target: writeStatedValue(row, target, language),
  };
  return {
    text: isLimit
      ? t('final_of_limit', values)
      : t('final', {
          ...values,
          share: completion === undefined ? '—' : formatPercent(completion, language),
        }),
    more: isMissed
      ? t(isLimit ? 'final_missed_limit' : 'final_missed', { by: size })
      : by === '0'
        ? t('final_met_exactly')
        : t(isLimit ? 'final_met_limit' : 'final_met', { by: size }),
    mark: isMissed ? 'cross' : 'check',
    isShort: isMissed && verdict_status !== 'illustrative',
  };
}

/** Writes since when a target has been met, and by what margin. */
function writeMet(
  { row }: TargetOutlook,
  t: Translate<typeof en>,
  language: Language,
): AnswerWords | undefined {
  const metFacts = findMet(row);
  if (metFacts === undefined) return undefined;
  return {
    text:
      metFacts.since === undefined
        ? t('met')
        : t('met_since', { month: formatMonth(metFacts.since, language, 'long') }),
    more: t(getDirection(row.comparator) === 1 ? 'reserve' : 'reserve_limit', {
      by: writeDifference(row, metFacts.reserve, language),
    }),
    mark: 'check',
    isShort: false,
  };
}

/** Writes the actual pace as a share of the needed one. @returns undefined unless both are known */
function writeRatio(
  row: TargetRow,
  t: Translate<typeof en>,
  language: Language,
): string | undefined {
  const { neededPerMonth = 0, actual } = findNeededPace(row) ?? {};
  return actual === undefined || neededPerMonth <= 0 || actual < 0
    ? undefined
    : t('pace_share', { share: formatPercent(actual / neededPerMonth, language) });
}

/** Writes the answer of one target. */
export function writeAnswer(
  outlook: TargetOutlook,
  t: Translate<typeof en>,
  language: Language,
): AnswerWords {
  const settledWords = writeFinal(outlook, t, language) ?? writeMet(outlook, t, language);
  if (settledWords !== undefined) return settledWords;
  const answer = findAnswer(outlook);
  const isReal = outlook.row.verdict_status !== 'illustrative';
  const mark = answerMarks[answer.kind];
  const { verdict } = outlook.row;
  if (verdict === 'no_value_at_deadline')
    return { text: t('unknown'), more: verdictTerms[verdict][language], mark, isShort: false };
  if (answer.kind === 'unknown')
    return {
      text: t('unknown'),
      mark,
      isShort: false,
      ...compact({
        more: isSumUnknown(outlook.row)
          ? sentenceStart(absentValue(outlook.row, language))
          : writeRatio(outlook.row, t, language),
      }),
    };
  if (!('by' in answer))
    return { text: t(answer.kind), mark, isShort: isReal && answer.kind === 'missed' };
  const by = writeDifference(outlook.row, answer.by, language);
  if (answer.kind === 'beyond_register')
    return {
      text: t('beyond_register'),
      more: t('missing_even_then', { by }),
      mark,
      isShort: isReal,
    };
  return {
    text: t(answer.kind, { by }),
    mark,
    isShort: isReal && answer.kind !== 'within_register',
  };
}
