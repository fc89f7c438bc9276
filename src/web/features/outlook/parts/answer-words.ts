import { findAnswer } from '#domain/outlook/answer.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import type { Language } from '#domain/values/language.ts';
import type { Translate } from '#web/i18n/text.ts';
import type { en } from '#web/features/outlook/labels/en.ts';
import { writeValue } from './format.ts';

/** The answer of one target in words, with a second line where there is one. */
export interface AnswerWords {
  readonly text: string;
  readonly more?: string;
  /** Short of plan: drawn in vermilion. */
  readonly isShort: boolean;
}

/** Writes the answer of one target. */
export function writeAnswer(
  outlook: TargetOutlook,
  t: Translate<typeof en>,
  language: Language,
): AnswerWords {
  const answer = findAnswer(outlook);
  const isReal = outlook.row.verdict_status !== 'illustrative';
  if (!('by' in answer))
    return { text: t(answer.kind), isShort: isReal && answer.kind === 'missed' };
  const by = writeValue(outlook.row, answer.by, language);
  if (answer.kind === 'beyond_register')
    return { text: t('beyond_register'), more: t('missing_even_then', { by }), isShort: isReal };
  return { text: t(answer.kind, { by }), isShort: isReal && answer.kind !== 'within_register' };
}
