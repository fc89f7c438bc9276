import { mostDots } from '#domain/projects/amount-spread.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { stageWord } from '#domain/labels/index.ts';
import { claimTitle, countWord } from '#charts/kit/text/claim.ts';
import { pipelineChartLabels } from './labels/index.ts';

/** A title does not compare medians with a smaller ratio. */
const leastRatio = 1.5;

interface StageMedian {
  readonly stage: StageTotals['stage'];
  readonly amount: number;
}
/**
 * Finds the medians of the stages that are large enough to compare: more than 60 amounts above 0,
 * from more than half of their projects.
 */
function findMedians({ strip }: Overview): readonly StageMedian[] {
  return strip.groups.flatMap(({ rows }) =>
    rows.flatMap(({ stage, count, spread }) =>
      spread?.quantiles === undefined ||
      spread.count <= mostDots ||
      spread.count * 2 <= count ||
      stage === 'unknown'
        ? []
        : [
            {
              stage,
              amount: Number(
                toMajor(fromWire({ minor: spread.quantiles.middle, currency: spread.currency })),
              ),
            },
          ],
    ),
  );
}

/** Writes a ratio: whole where it is nearly whole or above ten, else with one decimal. */
function timesText(ratio: number, language: Language): string {
  const factor = Math.round(ratio);
  const isWhole = ratio >= 10 || Math.abs(ratio - factor) < 0.1;
  if (language !== 'en') return isWhole ? String(factor) : ratio.toFixed(1);
  if (isWhole && factor === 2) return 'twice';
  return `${isWhole ? countWord(factor, 'en') : ratio.toFixed(1)} times`;
}

/**
 * Writes the stage of a project inside a sentence: under construction, at the signed stage; a
 * zone's own word unchanged.
 */
function stagePlace({ zone }: Overview, stage: StageTotals['stage'], language: Language): string {
  const word = stageWord(zone.stage_words, stage, language);
  if (language !== 'en') return word;
  if (stage !== 'unknown' && zone.stage_words?.[stage] !== undefined) return `at stage ${word}`;
  const small = word.charAt(0).toLowerCase() + word.slice(1);
  return /^(?:in|under|at) /u.test(small) ? small : `at the ${small} stage`;
}

/**
 * Writes how many times the median of the stage with the largest projects is that of the stage with
 * the smallest.
 *
 * @returns undefined where fewer than two stages are large enough, a link shows no median, or the
 *   medians are close
 */
export function mediansClaim(overview: Overview, language: Language): string | undefined {
  const medians = findMedians(overview).toSorted((a, b) => a.amount - b.amount);
  const [low, high] = [medians[0], medians.at(-1)];
  if (low === undefined || high === undefined || high.amount / low.amount < leastRatio)
    return undefined;
  const [above, below] = [high, low].map(({ stage }) => stagePlace(overview, stage, language));
  return claimTitle(
    pipelineChartLabels[language].claim(
      above ?? '',
      below ?? '',
      timesText(high.amount / low.amount, language),
    ),
    overview,
    language,
  );
}
