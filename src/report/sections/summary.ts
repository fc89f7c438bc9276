import { targetsChartLabels } from '#charts/targets/labels/index.ts';
import { verdictTerms } from '#domain/labels/index.ts';
import type { ReportBlock, ReportExtent, ReportInput } from '#domain/report/report.ts';
import { verdictValues } from '#domain/targets/target-row.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isBehindPlan } from '#domain/targets/target-note.ts';
import { paperLabels } from '#report/sections/labels/index.ts';
import { reportLabels } from '#report/labels/index.ts';
import { changesTimeText } from './period-text.ts';
import { listPassedStages } from './passed-stages.ts';
import { headlineSentences } from './statement.ts';

const gap = (language: Language): string => (language === 'en' ? ' ' : '');

/** Writes how many projects reached each stage in the period. */
function movesSentence(input: ReportInput): readonly string[] {
  const { changes, language } = input;
  const t = reportLabels[language];
  const moveTexts = listPassedStages(changes).map(({ stage, moves }) =>
    t.passed[stage](formatCount(moves.length, language)),
  );
  return moveTexts.length === 0
    ? []
    : [t.inPeriod(changesTimeText(input), moveTexts), ...editionSentence(input)];
}

/** Writes how many of these projects moved on a day that only an edition of the register limits. */
function editionSentence({ changes, language }: ReportInput): readonly string[] {
  const moves = new Set(listPassedStages(changes).flatMap((one) => one.moves));
  const days = [...moves].flatMap(({ date, by }) => (by === true ? (date ?? []) : []));
  const last = days.toSorted().at(-1);
  if (last === undefined) return [];
  const count = formatCount(days.length, language);
  return [reportLabels[language].byEdition(count, formatDate(last, language, 'long'))];
}

/** More targets than this have no names in the summary on paper unless they are behind plan. */
const mostNamedTargets = 5;

/** Counts the targets by verdict in one sentence, with their names. */
export function targetsSentence(
  { targets }: Overview,
  language: Language,
  extent: ReportExtent = 'full',
): string {
  const t = reportLabels[language];
  const isShort = extent === 'short' && targets.length > mostNamedTargets;
  if (targets.length === 0) return targetsChartLabels[language].noTargets.title + t.stop;
  const parts = verdictValues.flatMap((verdict) => {
    const rows = targets.filter((row) => row.verdict === verdict);
    const [first] = rows;
    if (first === undefined) return [];
    const term = verdictTerms[verdict][language];
    return isShort && !isBehindPlan(first)
      ? [paperLabels[language].standingCount(formatCount(rows.length, language), term)]
      : [
          t.standing(
            rows.map(({ name }) => name[language]),
            term,
          ),
        ];
  });
  return t.standings(formatCount(targets.length, language), parts);
}

/** Writes the state of the zone in two paragraphs: its projects, and its targets. */
export function summaryBlocks(input: ReportInput, extent: ReportExtent): readonly ReportBlock[] {
  const { overview, language } = input;
  const first = [...movesSentence(input), ...headlineSentences(overview, language)];
  return [
    ...(first.length === 0 ? [] : [{ kind: 'text' as const, text: first.join(gap(language)) }]),
    { kind: 'text', text: targetsSentence(overview, language, extent) },
  ];
}
