import { absentRevision } from '#domain/labels/targets/absent-revision.ts';
import { measureTerms, stageWord } from '#domain/labels/index.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { RevisedFigure } from '#domain/overview/overview.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import type { ReportBlock, ReportExtent, ReportInput } from '#domain/report/report.ts';
import { formatMonth, formatValue } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import { reportLabels } from '#report/labels/index.ts';
import { cutTable } from './limited-tables.ts';

/** The most rows of slides, and of paper. */
const mostRows = { full: 20, short: 10 } as const;
const headline = ['established', 'established_investment', 'pipeline'] as const;
const headlineMeasures = {
  established: 'established_projects',
  established_investment: 'established_investment',
  pipeline: 'pipeline_projects',
} as const satisfies Readonly<Record<(typeof headline)[number], MeasureId>>;

function nameOf(
  { figure, period, stage, unit }: RevisedFigure,
  { profile, language }: ReportInput,
): string {
  const t = reportLabels[language].revisedFigures;
  if (stage !== undefined) {
    const word = profile.stage_words;
    const knownStage = stagesAndUnknown.find((one) => one === stage);
    const name = knownStage === undefined ? stage : stageWord(word, knownStage, language);
    return `${name} · ${isCurrency(unit) ? measureTerms.total_investment[language] : t.projects}`;
  }
  const knownFigure = headline.find((one) => one === figure);
  if (knownFigure !== undefined) return t[knownFigure];
  const indicator = profile.indicators.find(({ id }) => id === figure)?.name[language] ?? figure;
  return period === undefined
    ? indicator
    : `${indicator} · ${formatMonth(period, language, 'long')}`;
}

/** Names a revised figure: of a stage, of the headline, of a month or of an indicator now. */
function nameFigure(
  { figure, period, stage, unit }: RevisedFigure,
  { overview }: ReportInput,
): string {
  if (stage !== undefined)
    return writeFigureName(isCurrency(unit) ? 'stage_investment' : 'stage_projects', { stage });
  const knownFigure = headline.find((one) => one === figure);
  if (knownFigure !== undefined) return headlineMeasures[knownFigure];
  if (period !== undefined)
    return writeFigureName('reported_value', { target: figure, month: period });
  const row = overview.targets.find(({ indicator }) => indicator === figure);
  return writeFigureName('target_value', { target: row === undefined ? figure : targetKey(row) });
}

/** Lists what was revised since the figures of the report were known: former and present values. */
export function revisedBlocks(input: ReportInput, extent: ReportExtent): readonly ReportBlock[] {
  const { overview, language } = input;
  const t = reportLabels[language];
  const revisions = overview.revised_since ?? [];
  if (revisions.length === 0) return [];
  const value = (text: string | undefined, { figure, unit }: RevisedFigure): string => {
    if (text !== undefined) return formatValue(text, unit, language).text;
    return absentRevision({ figure, unit })[language];
  };
  const table = {
    columns: t.revisedColumns.map((label, at) => ({ label, right: at > 0 })),
    rows: revisions.map((one) => [nameOf(one, input), value(one.before, one), value(one.now, one)]),
    // the page explains figures as the report knows them, so the present value has no explanation
    figures: revisions.map((one) => [null, nameFigure(one, input), null]),
  };
  const cut = cutTable(table, mostRows[extent], language);
  return [{ kind: 'table', caption: t.headings.revised, table: cut }];
}
