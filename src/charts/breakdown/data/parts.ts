import { stageGroup, stages } from '#domain/projects/stage.ts';
import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import type { BreakdownForm } from './form.ts';
import { headingName } from './names.ts';

/** One column or segment: the parts that it sums up, by their place. */
export interface PartSet {
  readonly name: string;
  readonly fill: Token;
  readonly parts: readonly number[];
  /** The heading above several columns. */
  readonly over?: string;
}
interface Parts {
  readonly all: readonly PartSet[];
  /** Number columns beside the bars, before the column of the total. */
  readonly columns: readonly PartSet[];
  /** Fewer columns, for a phone. */
  readonly narrow?: readonly PartSet[];
}

/** The colour of a part: of a stage by its step, of others by their order. */
function partFill({ key }: Heading, stack: string, at: number): Token {
  if (key === undefined || key === '') return 'rule';
  const step = stages.indexOf(key as (typeof stages)[number]) + 1;
  if (stack === 'stage') return step === 0 ? 'rule' : (`stage-${step}` as Token);
  return `stage-${Math.max(1, 6 - at)}` as Token;
}

/** The id of a part's column in files: the id of the part, as `construction`, else its place. */
export const partColumn = ({ key }: Heading, at: number): string =>
  key !== undefined && /^[a-z][a-z_0-9]{0,30}$/.test(key) ? `of_${key}` : `part_${at}`;

/** Whether a stage counts as established, as pipeline, or as neither. */
function findGroup({ stage_mapping }: Overview, key: string | undefined) {
  const stage = stages.find((one) => one === key);
  return stage === undefined ? undefined : stageGroup(stage, 'active', stage_mapping);
}

/**
 * Chooses how an analysis chart folds parts: the drawn parts, the sums beside the bars, and both
 * for a phone.
 */
export function foldParts(
  overview: Overview,
  { parts, stack, zones, measure }: Breakdown,
  form: BreakdownForm,
  language: Language,
): Parts {
  const words = breakdownLabels[language];
  const byStage = stack === 'stage' && measure !== 'exits';
  const places = parts.map((_, at) => at);
  const placesOf = (group: 'established' | 'pipeline'): number[] =>
    places.filter((at) => findGroup(overview, parts[at]?.key) === group);
  const set = (name: string, own: readonly number[]): PartSet => ({
    name,
    parts: own,
    fill: partFill(parts[own[0] ?? 0] ?? {}, stack, own[0] ?? 0),
  });
  const all = places.map((at): PartSet => {
    const group = byStage ? findGroup(overview, parts[at]?.key) : undefined;
    const heading = parts[at] ?? {};
    return {
      ...set(headingName(stack, heading, { overview, zones, language, short: true }), [at]),
      ...compact({
        over: group === 'established' || group === 'pipeline' ? words[group] : undefined,
      }),
    };
  });
  const [established, pipeline] = [placesOf('established'), placesOf('pipeline')];
  const columns =
    byStage && form === 'stacked'
      ? [set(words.established, established), set(words.pipeline, pipeline)]
      : [];
  if (form !== 'matrix' || all.length <= 3) return { all, columns };
  const signedPlaces = places.filter(
    (at) => parts[at]?.key === 'signed' && !established.includes(at),
  );
  const rest = places.filter((at) => !established.includes(at) && !signedPlaces.includes(at));
  const narrow = byStage
    ? [
        set(words.established, established),
        set(words.signed, signedPlaces),
        set(words.earlierStages, rest),
      ]
    : [...all.slice(0, 2), set(words.rest, places.slice(2))];
  return { all, columns, narrow };
}
