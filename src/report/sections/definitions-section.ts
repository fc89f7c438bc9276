import { heldToPlanTerm } from '#domain/labels/targets/verdict.ts';
import { isHeldToPlan } from '#domain/targets/verdict.ts';
import { planNote } from '#charts/kit/text/plan-basis.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { bandRecordTerm, bandTerm } from '#domain/labels/targets/forecast.ts';
import { stageGroupTerms, stageWord } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ReportBlock, ReportExtent, ReportInput } from '#domain/report/report.ts';
import { formatDate, unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';
import { paperLabels } from '#report/sections/labels/index.ts';
import { unknownSentences } from './problems.ts';

const gapOf = ({ language }: ReportInput): string => (language === 'en' ? ' ' : '');
/** The plans and definitions of more targets than this are in the data pack only. */
const mostPlans = 3;
const note = (text: string): ReportBlock => ({ kind: 'text', note: true, text });

/**
 * Writes start, path and checkpoints of the plan of each target, so that a reader can recompute it.
 */
const planNotes = (overview: Overview, language: Language): readonly string[] =>
  overview.targets.flatMap((row) => {
    const text = planNote(row, overview.plan, rowUnit(row, language), language);
    return text === undefined
      ? []
      : [
          `${reportLabels[language].planOf(row.name[language], text)}${reportLabels[language].stop}`,
        ];
  });

/** Writes the plans of a few targets, or where those of many are. */
function shortPlanNotes(overview: Overview, language: Language): readonly string[] {
  const notes = planNotes(overview, language);
  return overview.targets.length > mostPlans ? [paperLabels[language].plansElsewhere] : notes;
}

/** Writes what the band of a forecast means. On paper each sentence with a forecast says it. */
const bandRules = ({ overview, language }: ReportInput, extent: ReportExtent): readonly string[] =>
  extent === 'full' && overview.targets.some(({ forecast }) => forecast.kind === 'range')
    ? [bandTerm[language] + reportLabels[language].stop, bandRecordTerm[language]]
    : [];

/** Writes the rules by which the figures are made, one sentence each. */
function rules(input: ReportInput, extent: ReportExtent): readonly string[] {
  const { profile, overview, language } = input;
  const t = reportLabels[language];
  const { ahead, on, slightly } = overview.thresholds;
  const { definitions } = overview.zone;
  const percent = (n: number): string => `${n}%`;
  const group = (id: 'established' | 'pipeline'): string =>
    t.mapping(
      stageGroupTerms[id][language],
      profile.stage_mapping[id]
        .map((stage) => stageWord(profile.stage_words, stage, language))
        .join(t.list),
    );
  return [
    group('established'),
    group('pipeline'),
    ...(overview.targets.length === 0
      ? []
      : [
          t.planRule[overview.plan.path],
          ...(extent === 'short' ? shortPlanNotes : planNotes)(overview, language),
          t.verdictRule(percent(ahead), percent(on), percent(slightly)),
          ...(overview.targets.some(isHeldToPlan) ? [heldToPlanTerm[language]] : []),
        ]),
    ...bandRules(input, extent),
    ...(extent === 'short' ? [t.missing] : [t.notComparable, t.missing, t.rounding]),
    ...(definitions === undefined ? [] : [definitionsLine(definitions, language) + t.stop]),
  ];
}

/** Writes the definition of each indicator that has a target and a definition. */
function listDefinitions({ profile, overview, language }: ReportInput): readonly string[] {
  const indicatorsWithTarget = new Set(overview.targets.map(({ indicator }) => indicator));
  return profile.indicators
    .filter(({ id, definition }) => indicatorsWithTarget.has(id) && definition[language] !== '')
    .map(({ name, unit, definition }) =>
      reportLabels[language].indicatorDefinition(
        name[language],
        unitLabel(unit, language),
        definition[language],
      ),
    );
}

/** Makes the notes on data status and sources. */
function sourceNotes({ profile, overview, language }: ReportInput): readonly ReportBlock[] {
  const t = reportLabels[language];
  const sources = profile.sources.map(({ title, date, url }) => {
    const day = formatDate(date, language, 'long');
    return [
      title[language],
      ...(title[language].includes(day) ? [] : [day]),
      ...(url === undefined ? [] : [url]),
    ].join(t.list);
  });
  return [
    ...(overview.illustrative ? [note(t.statuses)] : []),
    ...(sources.length === 0 ? [] : [note(t.sourceList(sources))]),
  ];
}

/**
 * Makes the blocks on the basis of the figures: the list of rules and unknown values, definitions,
 * sources.
 */
export const definitionBlocks = (input: ReportInput): readonly ReportBlock[] => [
  { kind: 'list', items: [...rules(input, 'full'), ...unknownSentences(input)] },
  ...listDefinitions(input).map(note),
  ...sourceNotes(input),
];

/** Makes these blocks for paper: all plans in one sentence, and all definitions in one note. */
export function shortDefinitionBlocks(input: ReportInput): readonly ReportBlock[] {
  const definitions = input.overview.targets.length > mostPlans ? [] : listDefinitions(input);
  const { separator, stop } = kitLabels[input.language];
  return [
    note([...rules(input, 'short'), ...unknownSentences(input, 1)].join(gapOf(input))),
    ...(definitions.length === 0 ? [] : [note(definitions.join(separator) + stop)]),
    ...sourceNotes(input),
  ];
}
