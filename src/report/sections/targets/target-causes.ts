import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { authorWords } from '#domain/labels/index.ts';
import { dayOfMoment } from '#domain/zone/zone-days.ts';
import type { ReportInput } from '#domain/report/report.ts';
import { isBehindPlan, listTargetNotes } from '#domain/targets/target-note.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';
import { paceParts } from '#report/sections/statement.ts';

/** The amount by which a row is behind its plan, in its unit; empty without a plan. */
function gapText(row: TargetRow, language: Language): string {
  const { gap } = againstPlan(row, language);
  if (gap === undefined) return '';
  const write =
    reportLabels[language][getDirection(row.comparator) === 1 ? 'belowPlan' : 'abovePlan'];
  return write(gap.replace(/^[-−+]/, ''));
}

/** Writes one sentence for each target that is behind: the gap, the pace, the forecast. */
export const paceSentences = ({ overview, language }: ReportInput): readonly string[] =>
  overview.targets.filter(isBehindPlan).flatMap((row) => {
    const t = reportLabels[language];
    const parts = [gapText(row, language), ...paceParts(row, language, overview)].filter(
      (part) => part !== '',
    );
    return parts.length === 0 ? [] : [t.paceOf(row.name[language], parts)];
  });

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
function causeText(row: TargetRow, { overview, profile, language }: ReportInput): string {
  const t = reportLabels[language];
  const { cause, verdict_status } = row;
  if (cause === undefined || cause.text === '')
    return verdict_status === 'illustrative' ? '' : t.causeOwed;
  const isHere = listTargetNotes(overview.targets).some((note) => note.row === row);
  // the brackets with the origin come before the stop
  const text = cause.text.replace(/[.。．]$/u, '');
  return isHere ? t.causeGiven(text, originText(cause, profile, language)) : '';
}

/** Writes each target that is behind as a problem: its verdict, the gap, and its cause. */
export const behindSentences = (input: ReportInput): readonly string[] =>
  input.overview.targets.filter(isBehindPlan).map((row) => {
    const { language } = input;
    const { verdict } = row;
    const write =
      reportLabels[language].behind[
        verdict === 'missed' || verdict === 'slightly_behind' ? verdict : 'behind'
      ];
    return write(row.name[language], gapText(row, language), causeText(row, input));
  });
