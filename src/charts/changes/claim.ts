import type { Bridge, BridgeStep } from '#domain/changes/bridge.ts';
import { isDescribed } from '#domain/changes/bridge-projects.ts';
import { bridgeSections, type PrintedStepKind } from '#domain/changes/bridge-steps.ts';
import { addDecimal } from '#domain/values/decimal.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { fullText, type MeasureUnit, valueText } from '#charts/kit/text/units.ts';
import { changesChartLabels } from './labels/index.ts';
import { countProjects, findSteps, isUnchanged, splitStep } from './steps.ts';

/** Steps forward that a title names, the most important first. */
const successes = ['established', 'signed', 'new', 'resumed'] as const;
type Success = (typeof successes)[number];

/** The day since which something changed, as a title writes it. */
export const sinceDay = ({ from }: Bridge, language: Language): string =>
  formatDate(from, language, 'long');

/**
 * The unsigned sum of steps; undefined where it has several currencies, lacks an amount of a
 * project or is written as 0.
 */
function sumText(steps: readonly BridgeStep[], unit: MeasureUnit): string | undefined {
  const stepsWithProjects = steps.filter(({ projects }) => projects > 0);
  const isKnown = stepsWithProjects.every(({ amounts, undisclosed, held_back }) => {
    return (
      undisclosed === 0 &&
      held_back === undefined &&
      amounts.length === 1 &&
      amounts[0]?.currency === unit.unit
    );
  });
  if (!isKnown || stepsWithProjects.length === 0) return undefined;
  const sum = stepsWithProjects
    .flatMap(({ amounts }) => amounts)
    .reduce((total, money) => addDecimal(total, toMajor(fromWire(money))), '0');
  const size = sum.startsWith('-') ? sum.slice(1) : sum;
  return Number(valueText(size, unit).replaceAll(',', '')) === 0 ? undefined : fullText(size, unit);
}

/**
 * The steps of a kind as a title sums them. A move to the established projects is in both groups,
 * and a signature has the amounts of its projects.
 */
function stepsInTitle(bridge: Bridge, kind: Success, overview: Overview): readonly BridgeStep[] {
  if (kind === 'established')
    return bridge.groups.flatMap(({ group, steps }) =>
      steps.filter((step) => group === kind && step.kind === kind),
    );
  if (kind !== 'signed') return findSteps(bridge, kind);
  return bridge.groups.flatMap(({ group, steps }) =>
    steps
      .filter((step) => step.kind === 'signed')
      .flatMap((step) => splitStep(step, group, overview))
      .map(({ step, move }) =>
        move?.to?.money === undefined ? step : { ...step, amounts: [move.to.money] },
      ),
  );
}

const hasSteps = (bridge: Bridge, kinds: readonly PrintedStepKind[]): boolean =>
  kinds.some((kind) => countProjects(bridge, kind) > 0);

/**
 * Writes what happened since the first day as one sentence: the steps forward, and the losses or
 * that there were none.
 *
 * @returns undefined where no such sentence is true: without a first day, under former rules,
 *   where projects only made other moves, or where projects without a stage may have moved
 */
export function changesClaim(
  overview: Overview,
  unit: MeasureUnit,
  language: Language,
): string | undefined {
  const { bridge } = overview;
  const words = changesChartLabels[language].claim;
  if (bridge === undefined || !isDescribed(bridge)) return undefined;
  const day = sinceDay(bridge, language);
  const title = (sentence: string): string => claimTitle(sentence, overview, language);
  if (isUnchanged(overview)) return title(words.unchanged(day));
  const counts = successes.flatMap((kind) => {
    const count = stepsInTitle(bridge, kind, overview).reduce(
      (sum, { projects }) => sum + projects,
      0,
    );
    return count === 0 ? [] : [{ kind, count }];
  });
  const losses = bridgeSections.loss.flatMap((kind) => findSteps(bridge, kind));
  const lostCount = losses.reduce((sum, { projects }) => sum + projects, 0);
  const [first] = counts;
  const gain =
    first === undefined
      ? []
      : counts.length === 1
        ? [
            words.oneKind[first.kind](
              first.count,
              sumText(stepsInTitle(bridge, first.kind, overview), unit),
            ),
          ]
        : [words.listKinds(counts.map(({ kind, count }) => words.severalKinds[kind](count)))];
  if (lostCount > 0)
    return title(words.sentence(day, [...gain, words.left(lostCount, sumText(losses, unit))]));
  const isOpen =
    hasSteps(bridge, [...bridgeSections.moved, 'stage_set']) || bridge.has_unset === true;
  if (gain.length > 0)
    return title(words.sentence(day, [...gain, ...(isOpen ? [] : [words.noneLost])]));
  return isOpen ? undefined : title(words.noneMoved(day));
}
