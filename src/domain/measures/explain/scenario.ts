import { applyScenario } from '#domain/outlook/scenario/apply-scenario.ts';
import type { Assumption } from '#domain/outlook/scenario/scenario-result.ts';
import type { OutlookScenario } from '#domain/outlook/scenario/scenario.ts';
import { scenarioSentence } from '#domain/labels/targets/scenario.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { Terms } from '#domain/values/term.ts';
import { explainTerms } from './labels/index.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import { compact } from '#domain/values/compact.ts';
import {
  type ExplainedInput,
  type OutlookSubject,
  explainLikely,
  outlookCommon,
  readNumber,
} from './outlook.ts';
import { absences, countText, inAll } from './texts.ts';

/** The input of an outlook with the projects as its scenario has them. */
const applyTo = (input: ExplainedInput, scenario: OutlookScenario): ExplainedInput => ({
  ...input,
  measures: {
    jobs: {
      ...input.measures.jobs,
      projects: applyScenario(input.measures.jobs.projects, 'jobs', scenario),
    },
    output: {
      ...input.measures.output,
      projects: applyScenario(input.measures.output.projects, 'output', scenario),
    },
  },
});

/** Explains a figure under a scenario, beside the base. A scenario is never a fact. */
export function explainScenario(
  subject: OutlookSubject,
  explain: (subject: OutlookSubject) => DayExplanation,
): DayExplanation {
  const { outlook, input } = subject;
  const { scenario: changed, ...own } = outlook;
  const base = explain(subject);
  if (input.scenario === undefined || changed === undefined) return base;
  const { scenario } = input;
  const result = explain({
    ...subject,
    outlook: {
      ...own,
      ...compact({ range: changed.range, chance: changed.chance }),
    },
    input: applyTo(input, scenario),
  });
  return {
    ...result,
    parts: [
      {
        name: explainTerms.parts.scenario,
        text: inAll((language) => scenarioSentence(scenario, language)),
      },
      {
        name: explainTerms.parts.scenario_base,
        text: base.text ?? base.absent ?? absences.no_outlook,
      },
      ...(result.parts ?? []),
    ],
    data_status: 'forecast',
  };
}

/** Explains the forecast of a target whose pace a scenario takes from other months. */
export function explainPaceScenario(subject: OutlookSubject): DayExplanation {
  const { outlook, input } = subject;
  const pace = outlook.scenario?.pace;
  const { row } = outlook;
  if (pace === undefined || input.scenario === undefined)
    return { ...outlookCommon(subject), absent: absences.no_pace, rows: { kind: 'none' } };
  const { scenario } = input;
  const { reached } = pace;
  const { forecast } = row;
  const write = (value: number) =>
    inAll((language) => readNumber(outlook, language)(fromNumber(value)));
  return {
    ...outlookCommon(subject),
    text: write(pace.p50),
    exact: [{ value: fromNumber(pace.p50), unit: row.unit }],
    parts: [
      {
        name: explainTerms.parts.scenario,
        text: inAll((language) => scenarioSentence(scenario, language)),
      },
      ...(forecast.kind === 'range'
        ? [{ name: explainTerms.parts.scenario_base, text: write(forecast.p50) }]
        : []),
      { name: explainTerms.parts.per_month, text: write(pace.pace) },
      ...(reached === undefined
        ? []
        : [
            {
              name: explainTerms.parts.arrival,
              text: inAll((language) => formatMonth(reached, language, 'long')),
            },
          ]),
    ],
    data_status: 'forecast',
    rows: { kind: 'none' },
  };
}

const assumptionTerms: Terms<Assumption> = explainTerms.assumptions;

/** Explains by how much one assumption moves the middle of the result. */
export function explainEffect(
  subject: OutlookSubject,
  assumption: Assumption,
  place: number,
): DayExplanation {
  const { outlook } = subject;
  const change = outlook.sensitivity?.find((one) => one.assumption === assumption)?.changes[place];
  const { row, chance } = outlook;
  const middle = chance?.p50 ?? (row.forecast.kind === 'range' ? row.forecast.p50 : undefined);
  const base = { ...outlookCommon(subject), subject: assumptionTerms[assumption] };
  if (change === undefined || middle === undefined)
    return { ...base, absent: absences.no_outlook, rows: { kind: 'none' } };
  const write = (value: number) =>
    inAll(
      (language) =>
        `${value < 0 ? '−' : ''}${readNumber(outlook, language)(fromNumber(Math.abs(value)))}`,
    );
  const [before, after, text] = [write(middle), write(middle + change), write(change)];
  return {
    ...base,
    text: inAll((language) => `${change > 0 ? '+' : ''}${text[language]}`),
    exact: [{ value: fromNumber(change), unit: row.unit }],
    filled: inAll((language) => `${after[language]} − ${before[language]} = ${text[language]}`),
    data_status: 'forecast',
    rows: chance === undefined ? { kind: 'none' } : explainLikely(subject).rows,
  };
}

/** Explains how many projects have no number to add. */
export function explainUnknown(subject: OutlookSubject): DayExplanation {
  const { outlook, input } = subject;
  const { range, measure } = outlook;
  if (range === undefined || measure === undefined)
    return { ...outlookCommon(subject), absent: absences.no_outlook, rows: { kind: 'none' } };
  const items = input.measures[measure].projects.flatMap(({ adds, code, name, names, stage }) =>
    adds === undefined
      ? [
          {
            code,
            name,
            ...compact({ names }),
            stage,
            missing: 'not_reported' as const,
          },
        ]
      : [],
  );
  return {
    ...outlookCommon(subject),
    text: countText(range.unknown),
    exact: [{ value: String(range.unknown), unit: 'projects' }],
    left_out: [],
    rows: { kind: 'projects', total: items.length, items },
  };
}
