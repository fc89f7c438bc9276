import { listMark } from '#domain/values/language.ts';
import { ladderRungs } from '#domain/analysis/money-ladder.ts';
import { missingTerms } from '#domain/labels/general/missing-figure.ts';
import { measureTerms } from '#domain/labels/projects/field.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import { countText, inAll } from '#domain/measures/explain/texts.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { formatValue } from '#domain/values/format.ts';
import type { FigureSources } from './sources.ts';

/**
 * Adds the contracted, paid-in and completed money of the same projects to an explanation of
 * planned investment, or says that it is not reported, since a plan is no achievement.
 */
export async function addLaterRungs(
  sources: FigureSources,
  explanation: DayExplanation,
  stages: readonly StageOrUnknown[],
): Promise<DayExplanation> {
  // there are no projects behind a published figure or a day without a register
  if (explanation.rows.kind !== 'find' || stages.length === 0) return explanation;
  const ladder = await sources.rungsOf(stages);
  if (ladder === undefined) return explanation;
  const { total } = ladder;
  const parts = ladderRungs.slice(1).map((rung, at) => {
    const sums = total.rungs[at + 1]?.sums ?? [];
    const knownCount = countText(sums.reduce((all, { count }) => all + count, 0));
    return {
      name: measureTerms[rung],
      text: inAll((language) =>
        sums.length === 0
          ? missingTerms.not_reported[language]
          : `${sums
              .map(({ value, unit }) => formatValue(value, unit, language).text)
              .join(listMark(language))} (${knownCount[language]})`,
      ),
    };
  });
  return { ...explanation, parts: [...(explanation.parts ?? []), ...parts] };
}
