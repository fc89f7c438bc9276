import { breakdownWords } from '#charts/breakdown/labels/index.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { type Breakdown, isRatio } from '#domain/analysis/breakdown.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { type BreakdownForm, hasNegatives } from './form.ts';
import { nameKeyInText } from './names.ts';
import { valueUnit } from './units.ts';

/** Writes the measure and the form; `hasRings` where the drawing marks undisclosed amounts. */
export function subtitleText(
  breakdown: Breakdown,
  form: BreakdownForm,
  language: Language,
  hasRings = true,
): string {
  const words = breakdownWords[language];
  const { measure, by, stack, units, total } = breakdown;
  const frame = frameWords[language];
  const word = units.map((unit) => valueUnit(breakdown, unit, language).word).join(frame.list);
  const [name, key] = [words.measures[measure], nameKeyInText(by, language)];
  const { count, undisclosed } = total.total;
  const isPartly = undisclosed > 0 && !isRatio(measure);
  const parts = [
    form === 'bars' || stack === 'none'
      ? words.subtitle(name, key, word)
      : words.subtitleStacked(name, key, words.keys[stack], word),
    ...(form === 'multiples' || form === 'grouped' ? [words.sameScale] : []),
    ...(form === 'matrix' && measure !== 'count' && measure !== 'exits' ? [words.withCount] : []),
    ...(isPartly
      ? [words.disclosed(formatCount(count - undisclosed, language), formatCount(count, language))]
      : []),
    ...(isPartly && hasRings ? [words.ring] : []),
    ...(form === 'grouped' && hasNegatives(breakdown) ? [words.negatives] : []),
  ];
  return parts.join(frame.sentenceStop);
}
