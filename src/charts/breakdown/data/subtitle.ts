import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type Breakdown, isCountMeasure } from '#domain/analysis/breakdown.ts';
import type { Language } from '#domain/values/language.ts';
import { type BreakdownForm, hasNegatives } from './form.ts';
import { nameGroupsInText } from './names.ts';
import { writeDisclosed } from './notes.ts';
import { valueUnit } from './units.ts';

interface SubtitleOptions {
  /** The drawing marks undisclosed amounts. */
  readonly hasRings?: boolean;
  /** It stands beside another breakdown, and its notes say how many projects disclose it. */
  readonly isBeside?: boolean;
}
/** Lists the sentences of the subtitle: the measure and the form. */
export function subtitleSentences(
  breakdown: Breakdown,
  form: BreakdownForm,
  language: Language,
  { hasRings = true, isBeside = false }: SubtitleOptions = {},
): readonly string[] {
  const words = breakdownLabels[language];
  const { measure, stack, units } = breakdown;
  const frame = kitLabels[language];
  const word = units.map((unit) => valueUnit(breakdown, unit, language).word).join(frame.list);
  const [name, key] = [words.measures[measure], nameGroupsInText(breakdown, language)];
  const disclosed = writeDisclosed(breakdown, language);
  return [
    form === 'bars' || stack === 'none'
      ? words.subtitle(name, key, word)
      : words.subtitleStacked(name, key, words.keys[stack], word),
    ...(form === 'multiples' || form === 'grouped' ? [words.sameScale] : []),
    ...(form === 'matrix' && !isCountMeasure(measure) ? [words.withCount] : []),
    ...(disclosed === undefined || isBeside ? [] : [disclosed]),
    ...(disclosed === undefined || !hasRings ? [] : [words.ring]),
    ...(form === 'grouped' && hasNegatives(breakdown) ? [words.negatives] : []),
  ];
}
