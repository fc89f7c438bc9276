import { daysBehind } from '#domain/analysis/project-timeline.ts';
import { knowsDelay } from '#domain/analysis/timeline-project.ts';
import { registerAsSource } from '#domain/measures/explain/own-source.ts';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { zoneStageTerms } from '#domain/labels/projects/stage.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import type { SizeRowsInput } from '#domain/measures/rows-input.ts';
import {
  stateValue,
  absences,
  countText,
  inAll,
  leftOut,
  reasons,
} from '#domain/measures/explain/texts.ts';
import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { formatValue } from '#domain/values/format.ts';
import type { Text } from '#domain/values/language.ts';
import { wholeTotal } from '#domain/measures/explain/analysis/group-names.ts';
import { explainedTerms } from './labels/index.ts';
import { problem } from '#server/core/problem.ts';
import { type FigureSources, need } from './sources.ts';
import { countDigits } from '#server/analysis/columns-store.ts';

/** Finds the requested stage with its name. Both are undefined for all stages. */
function findStage({ query, snapshot }: FigureSources) {
  const names = zoneStageTerms(snapshot.profile.stage_words);
  const { key } = query;
  const stage = Object.keys(names).find((one) => one === key) as keyof typeof names | undefined;
  if (key !== undefined && stage === undefined)
    throw problem('bad_request', `Correct key: use one of ${Object.keys(names).join(', ')}.`);
  return { stage, name: stage === undefined ? wholeTotal : names[stage] };
}

const describe = ({ snapshot, as_of }: FigureSources) => {
  const data_status = snapshot.origin === 'own' ? ('reported' as const) : ('illustrative' as const);
  return { data_status, sources: [registerAsSource(data_status, as_of)] };
};

/**
 * Explains how many projects of a stage have a fact of some size.
 * @throws HttpProblem if the address lacks the stage or names an unknown one
 */
export async function explainSize(sources: FigureSources): Promise<DayExplanation> {
  const { query, snapshot } = sources;
  const { in: unit = snapshot.profile.base_currency, counted = 'total_investment' } = query;
  const size = need(query, 'size');
  const { stage, name } = findStage(sources);
  const [from = '', to = ''] = size.split('-');
  const rows: SizeRowsInput = {
    kind: 'size',
    measure: counted,
    unit,
    ...compact({ stage }),
    class: size === 'zero' || size === 'other' || size === 'none' ? size : { from, to },
  };
  const count = await sources.countSize(rows);
  const write = (part: string): Text =>
    inAll((language) => formatValue(scaleByTen(part, -countDigits(unit)), unit, language).text);
  return {
    subject: name,
    text: countText(count),
    exact: [{ value: String(count), unit: 'projects' }],
    parts:
      to === ''
        ? []
        : [
            {
              name: explainedTerms.size_class,
              text: inAll((language) => `${write(from)[language]} – ${write(to)[language]}`),
            },
          ],
    ...describe(sources),
    rows,
  };
}

/**
 * Explains the median size of the projects of a stage, or a percentile.
 * @throws HttpProblem for an unknown stage
 */
export async function explainSizePoint(sources: FigureSources): Promise<DayExplanation> {
  const { query, charts } = sources;
  const { stage, name } = findStage(sources);
  const own = await charts.distribution();
  const unit = query.in ?? own.units[0] ?? '';
  const row = own.rows.find((one) => one.stage === stage);
  const line = row?.lines.find((one) => one.unit === unit);
  const { point = 'median' } = query;
  const value =
    point === 'p10' || point === 'p90' || point === 'median' ? line?.[point] : undefined;
  return {
    subject: name,
    ...stateValue(value, unit, absences.too_few),
    parts: [
      {
        name: explainedTerms.with_value,
        text: countText(line?.count ?? 0),
      },
    ],
    left_out: [
      ...leftOut(explainedTerms.not_positive, line?.not_positive),
      ...leftOut(reasons.unknown, row?.undisclosed),
    ],
    ...describe(sources),
    rows: {
      kind: 'size',
      measure: own.measure,
      unit,
      ...compact({ stage }),
      class: 'above',
    },
  };
}

/** Explains the days that a project is behind its original date. */
export async function explainProjectBehind(sources: FigureSources): Promise<DayExplanation> {
  const project = await sources.timed();
  const { verdict } = project;
  const isKnown = knowsDelay(verdict);
  const days = daysBehind({ verdict });
  return {
    subject: inAll((language) => project.names?.[language] ?? project.name),
    ...stateValue(isKnown ? String(days) : undefined, 'days', absences.no_original),
    parts:
      'type' in verdict
        ? [
            {
              name: explainedTerms.milestone,
              text: milestoneTerms[verdict.type],
            },
          ]
        : [],
    ...describe(sources),
    rows: {
      kind: 'projects',
      total: 1,
      items: [{ ...pickNamed(project), stage: project.stage }],
    },
  };
}
