import { targetsWords } from '#charts/targets/labels/index.ts';
import { verdictTerms } from '#domain/labels/index.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { verdictValues } from '#domain/targets/target-row.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { reportWords } from '#report/labels/index.ts';
import { changesTimeText } from './period-text.ts';
import { listPassedStages } from './passed-stages.ts';
import { headlineSentences } from './statement.ts';

const gap = (language: Language): string => (language === 'en' ? ' ' : '');

/** Writes how many projects reached each stage in the period. */
function movesSentence(input: ReportInput): readonly string[] {
  const { changes, language } = input;
  const t = reportWords[language];
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
  return [reportWords[language].byEdition(count, formatDate(last, language, 'long'))];
}

/** Counts the targets by verdict in one sentence. */
export function targetsSentence({ targets }: Overview, language: Language): string {
  const t = reportWords[language];
  if (targets.length === 0) return targetsWords[language].noTargets.title + t.stop;
  const parts = verdictValues.flatMap((verdict) => {
    const names = targets
      .filter((row) => row.verdict === verdict)
      .map(({ name }) => name[language]);
    return names.length === 0 ? [] : [t.standing(names, verdictTerms[verdict][language])];
  });
  return t.standings(formatCount(targets.length, language), parts);
}

/** Writes the state of the zone in two paragraphs: its projects, and its targets. */
export function summaryBlocks(input: ReportInput): readonly ReportBlock[] {
  const { overview, language } = input;
  const first = [...movesSentence(input), ...headlineSentences(overview, language)];
  return [
    ...(first.length === 0 ? [] : [{ kind: 'text' as const, text: first.join(gap(language)) }]),
    { kind: 'text', text: targetsSentence(overview, language) },
  ];
}
