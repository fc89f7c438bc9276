import { planNote } from '#charts/kit/text/plan-basis.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { bandRecordTerm, bandTerm } from '#domain/labels/targets/forecast.ts';
import { stageGroupTerms, stageWord } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { formatDate, unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportWords } from '#report/labels/index.ts';
import { unknownSentences } from './problems.ts';

const note = (text: string): ReportBlock => ({ kind: 'text', note: true, text });

/**
 * Writes start, path and checkpoints of the plan of each target, so that a reader can recompute it.
 */
const planNotes = (overview: Overview, language: Language): readonly string[] =>
  overview.targets.flatMap((row) => {
    const text = planNote(row, overview.plan, rowUnit(row, language), language);
    return text === undefined
      ? []
      : [`${reportWords[language].planOf(row.name[language], text)}${reportWords[language].stop}`];
  });

/** Writes the rules by which the figures are made, one sentence each. */
function rules({ profile, overview, language }: ReportInput): readonly string[] {
  const t = reportWords[language];
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
          ...planNotes(overview, language),
          t.verdictRule(percent(ahead), percent(on), percent(slightly)),
        ]),
    ...(overview.targets.some(({ forecast }) => forecast.kind === 'range')
      ? [[bandTerm[language] + t.stop, bandRecordTerm[language]].join(language === 'en' ? ' ' : '')]
      : []),
    t.notComparable,
    t.missing,
    t.rounding,
    ...(definitions === undefined ? [] : [definitionsLine(definitions, language) + t.stop]),
  ];
}

/** Makes the blocks on the basis of the figures: definitions, rules, unknown values, sources. */
export function definitionBlocks(input: ReportInput): readonly ReportBlock[] {
  const { profile, overview, language } = input;
  const t = reportWords[language];
  const indicatorsWithTarget = new Set(overview.targets.map(({ indicator }) => indicator));
  const indicators = profile.indicators
    .filter(({ id }) => indicatorsWithTarget.has(id))
    .map(({ name, unit, definition }) =>
      t.indicatorDefinition(name[language], unitLabel(unit, language), definition[language]),
    );
  const sources = profile.sources.map(({ title, date, url }) => {
    const day = formatDate(date, language, 'long');
    return [
      title[language],
      ...(title[language].includes(day) ? [] : [day]),
      ...(url === undefined ? [] : [url]),
    ].join(t.list);
  });
  const gap = language === 'en' ? ' ' : '';
  return [
    note([...rules(input), ...unknownSentences(input)].join(gap)),
    ...indicators.map(note),
    ...(overview.illustrative ? [note(t.statuses)] : []),
    ...(sources.length === 0 ? [] : [note(t.sourceList(sources))]),
  ];
}
