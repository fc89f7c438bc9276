import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow, Verdict } from '#domain/targets/target-row.ts';
import { midSentence } from '#domain/values/sentence-start.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';

/** The largest number of names in a title; more targets are counted. */
const mostNames = 2;
const mostCharacters = 40;

/**
 * Writes the targets behind their plan by name, or their number where the names are too many or too
 * long for a title.
 */
function behindText(rows: readonly TargetRow[], isFirst: boolean, language: Language): string {
  const words = targetsChartLabels[language].claim;
  const names = rows.map(({ name }) => (language === 'en' ? midSentence(name.en) : name[language]));
  const fits = names.length <= mostNames && names.join('').length <= mostCharacters;
  return fits ? words.behindNamed(names, isFirst) : words.behind(rows.length, isFirst);
}

/**
 * Writes which targets are met, and which are behind their plan, in a sentence. It leaves out
 * targets without a verdict.
 *
 * @returns undefined where no target is met, ahead, on plan, behind or missed
 */
export function targetsClaim(
  overview: Pick<Overview, 'targets' | 'zone'>,
  language: Language,
): string | undefined {
  const words = targetsChartLabels[language].claim;
  const ofVerdict = (...verdicts: readonly Verdict[]): readonly TargetRow[] =>
    overview.targets.filter(({ verdict }) => verdicts.includes(verdict));
  const [met, onPlan] = [ofVerdict('met').length, ofVerdict('ahead', 'on_plan').length];
  const [behind, missed] = [ofVerdict('slightly_behind', 'behind'), ofVerdict('missed').length];
  const parts: string[] = [];
  if (met > 0) parts.push(words.met(met, true));
  // targets on plan are named only where none is met or none is behind
  if (onPlan > 0 && (met === 0 || behind.length + missed === 0))
    parts.push(words.onPlan(onPlan, parts.length === 0));
  if (behind.length > 0) parts.push(behindText(behind, parts.length === 0, language));
  if (missed > 0) parts.push(words.missed(missed, parts.length === 0));
  return parts.length === 0 ? undefined : claimTitle(parts.join(words.comma), overview, language);
}
