import { findAnswer } from '#domain/outlook/answer.ts';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { findPaceOutcome } from '#domain/targets/pace-outcome.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Translate } from '#web/i18n/text.ts';
import type { en } from '#web/features/outlook/labels/en.ts';
import { writePace, writeValue } from './format.ts';

type T = Translate<typeof en>;

function writeRange({ row, range, fewest }: TargetOutlook, t: T, language: Language): string {
  if (range === undefined) return '';
  const n = formatCount(range.known, language);
  const ceiling = writeValue(row, range.ceiling, language);
  if (fewest === undefined) return '';
  return compareDecimal(range.missing, '0') > 0
    ? t('say_ceiling', { n, ceiling, missing: writeValue(row, range.missing, language) })
    : t('say_enough', { n, ceiling });
}

function writePaceClause({ row }: TargetOutlook, t: T, language: Language): string {
  const outcome = findPaceOutcome(row);
  if (outcome === undefined || row.forecast.kind !== 'range') return '';
  const value = writeValue(row, row.forecast.p50, language);
  const date = formatDate(row.deadline, language, 'long');
  return outcome.kind === 'short'
    ? t('say_pace_short', { value, date, by: writeValue(row, outcome.by, language) })
    : t('say_pace', { value, date });
}

function writeNeeded({ row }: TargetOutlook, t: T, language: Language): string {
  const { basis, needed, actual } = findNeededPace(row) ?? {};
  return needed === undefined || actual === undefined || needed <= 0
    ? ''
    : t(basis === 'twelve_months' ? 'say_needed_total' : 'say_needed', {
        needed: writePace(row, needed, language),
        pace: writePace(row, actual, language),
      });
}

/** One target in sentences to read aloud, made from its figures. */
export function writeSentence(outlook: TargetOutlook, t: T, language: Language): string {
  const { row } = outlook;
  const name = row.name[language];
  const answer = findAnswer(outlook);
  const example = row.verdict_status === 'illustrative' ? t('example') : '';
  if (answer.kind === 'unreported') return example + t('say_unreported', { name });
  if (row.now === undefined || row.target === undefined)
    return example + t('say_unknown', { name });
  const now = writeValue(row, row.now.value, language);
  const target = formatTarget(row.comparator, row.target, row.unit, language);
  if (answer.kind === 'met') return example + t('say_met', { name, now, target });
  return [
    example + t('say_now', { name, now, target }),
    writePaceClause(outlook, t, language),
    writeNeeded(outlook, t, language),
    writeRange(outlook, t, language),
  ]
    .filter((part) => part !== '')
    .join(language === 'en' ? ' ' : '');
}
