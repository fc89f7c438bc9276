import { kitLabels } from '#charts/kit/labels/index.ts';
import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { authorWords } from '#domain/labels/index.ts';
import { dayOfMoment } from '#domain/zone/zone-days.ts';
import type { ReportBlock, ReportExtent, ReportInput } from '#domain/report/report.ts';
import { isBehindPlan, listTargetNotes } from '#domain/targets/target-note.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';
import { paperLabels } from '#report/sections/labels/index.ts';
import { dropEmptyColumns } from '#report/sections/limited-tables.ts';
import { listOpenTargets } from '#report/sections/outlook-section.ts';
import { writeForecast, writePaces } from '#report/sections/statement.ts';
import { orderSections } from '#domain/zone/report/report-template.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';

/** The amount by which a row is behind its plan, in its unit; empty without a plan. */
function gapText(row: TargetRow, language: Language): string {
  const { gap } = againstPlan(row, language);
  if (gap === undefined) return '';
  const write =
    reportLabels[language][getDirection(row.comparator) === 1 ? 'belowPlan' : 'abovePlan'];
  return write(gap.replace(/^[-−+]/, ''));
}

/** The amounts of a target behind plan that its report on paper has in another section. */
function findOtherSections(
  { template }: ReportInput,
  open: readonly TargetOutlook[],
): (row: TargetRow) => { readonly hasGap: boolean; readonly hasPace: boolean } {
  const order = orderSections(template);
  const [hasGap, hasOutlook] = [order.includes('problems'), order.includes('outlook')];
  return ({ id }) => ({ hasGap, hasPace: hasOutlook && open.some(({ row }) => row.id === id) });
}

/**
 * Writes one sentence for each target that is behind: the gap, the pace, the forecast. On paper
 * problems have the gap, and the outlook has the pace.
 */
export function paceSentences(input: ReportInput, extent: ReportExtent): readonly string[] {
  const { overview, language } = input;
  const find = findOtherSections(input, listOpenTargets(input));
  return overview.targets.filter(isBehindPlan).flatMap((row) => {
    const { hasGap, hasPace } = extent === 'short' ? find(row) : { hasGap: false, hasPace: false };
    const parts = [
      hasGap ? '' : gapText(row, language),
      ...(hasPace ? [] : writePaces(row, language, overview)),
      ...writeForecast(row, language, overview),
    ].filter((part) => part !== '');
    return parts.length === 0 ? [] : [reportLabels[language].paceOf(row.name[language], parts)];
  });
}

/** Names who wrote a cause, and its day. Without accounts it is the day alone. */
function originText(
  { author, recorded_at }: NonNullable<TargetRow['cause']>,
  profile: ReportInput['profile'],
  language: Language,
): string {
  const day = formatDate(dayOfMoment(recorded_at, profile), language, 'long');
  const who = author === 'local' ? [] : [authorWords(author, language)];
  return [...who, day].join(reportLabels[language].list);
}

/**
 * Writes the cause of a target that is behind, or that it is owed; empty where it stands at another
 * target of the same indicator, and for an invented target.
 */
function causeText(
  row: TargetRow,
  { overview, profile, language }: ReportInput,
  writeCause: (text: string, origin: string) => string,
): string {
  const t = reportLabels[language];
  const { cause, verdict_status } = row;
  if (cause === undefined || cause.text === '')
    return verdict_status === 'illustrative' ? '' : t.causeOwed;
  const isHere = listTargetNotes(overview.targets).some((note) => note.row === row);
  // the brackets with the origin come before the stop
  return isHere ? writeCause(withoutStop(cause.text), originText(cause, profile, language)) : '';
}
const withoutStop = (text: string): string => text.replace(/[.。．]$/u, '');

/** Writes a target that is behind as a problem: its verdict, the gap, and its cause. */
function behindSentence(row: TargetRow, input: ReportInput): string {
  const { behind, causeGiven } = reportLabels[input.language];
  const { verdict } = row;
  const write = behind[verdict === 'missed' || verdict === 'slightly_behind' ? verdict : 'behind'];
  return write(
    row.name[input.language],
    gapText(row, input.language),
    causeText(row, input, causeGiven),
  );
}

/** More targets behind plan than this are a table on paper. */
const mostSentences = 3;

/** Makes the table of the targets that are behind, with gap and cause. Verdicts are in the summary. */
function makeBehindTable(rows: readonly TargetRow[], input: ReportInput): ReportBlock {
  const { language } = input;
  const { behindCaption, behindColumns } = paperLabels[language];
  const { brackets } = kitLabels[language];
  const table = {
    columns: behindColumns.map((label, at) => ({ label, right: at === 1 })),
    rows: rows.map((row) => [
      row.name[language],
      againstPlan(row, language).gap ?? '—',
      withoutStop(causeText(row, input, (text, origin) => text + brackets(origin))) || '—',
    ]),
  };
  return { kind: 'table', caption: behindCaption, table: dropEmptyColumns(table) };
}

/** The targets that are behind, as sentences and a table. */
interface BehindTargets {
  readonly sentences: readonly string[];
  readonly blocks: readonly ReportBlock[];
}

/**
 * Writes the targets that are behind as problems: a sentence for each, or on paper a table of more
 * than three.
 */
export function writeBehind(input: ReportInput, extent: ReportExtent): BehindTargets {
  const rows = input.overview.targets.filter(isBehindPlan);
  return extent === 'short' && rows.length > mostSentences
    ? { sentences: [], blocks: [makeBehindTable(rows, input)] }
    : { sentences: rows.map((row) => behindSentence(row, input)), blocks: [] };
}
