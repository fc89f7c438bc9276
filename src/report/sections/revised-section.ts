import { measureTerms, missingTerms, stageWord } from '#domain/labels/index.ts';
import type { RevisedFigure } from '#domain/overview/overview.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { formatMonth, formatValue } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import { reportWords } from '#report/labels/index.ts';
import { cutTable } from './limited-tables.ts';

const maxRows = 20;
const headline = ['established', 'established_investment', 'pipeline'] as const;

function nameOf(
  { figure, period, stage, unit }: RevisedFigure,
  { profile, language }: ReportInput,
): string {
  const t = reportWords[language].revisedFigures;
  if (stage !== undefined) {
    const word = profile.stage_words;
    const known = stagesAndUnknown.find((one) => one === stage);
    const name = known === undefined ? stage : stageWord(word, known, language);
    return `${name} · ${isCurrency(unit) ? measureTerms.total_investment[language] : t.projects}`;
  }
  const known = headline.find((one) => one === figure);
  if (known !== undefined) return t[known];
  const indicator = profile.indicators.find(({ id }) => id === figure)?.name[language] ?? figure;
  return period === undefined
    ? indicator
    : `${indicator} · ${formatMonth(period, language, 'long')}`;
}

/** What was revised since the figures of the report were known: what they were, and are now. */
export function revisedBlocks(input: ReportInput): readonly ReportBlock[] {
  const { overview, language } = input;
  const t = reportWords[language];
  const revised = overview.revised_since ?? [];
  if (revised.length === 0) return [];
  const value = (text: string | undefined, unit: string): string =>
    text === undefined
      ? missingTerms.not_reported[language]
      : formatValue(text, unit, language).text;
  const table = {
    columns: t.revisedColumns.map((label, at) => ({ label, right: at > 0 })),
    rows: revised.map((one) => [
      nameOf(one, input),
      value(one.before, one.unit),
      value(one.now, one.unit),
    ]),
  };
  return [
    { kind: 'table', caption: t.headings.revised, table: cutTable(table, maxRows, language) },
  ];
}
