import { milestoneTerms, projectName } from '#domain/labels/index.ts';
import { listTargetNotes } from '#domain/targets/target-note.ts';
import type { ReportBlock, ReportExtent, ReportInput } from '#domain/report/report.ts';
import { daysBetween } from '#domain/values/date.ts';
import { formatDate, formatValue } from '#domain/values/format.ts';
import { reportLabels } from '#report/labels/index.ts';
import { cutTable } from './limited-tables.ts';

/** The rows of the table, on paper and elsewhere. */
const rowLimits = { short: 8, full: 20 } as const;

interface Step {
  readonly about: string;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

/** Lists the next steps: of notes on targets, of open decisions, and of open issues. */
function listSteps({
  overview,
  decisions = [],
  issues = [],
  language,
}: ReportInput): readonly Step[] {
  const t = reportLabels[language];
  return [
    ...listTargetNotes(overview.targets).flatMap(({ row, cause }) =>
      cause.next_step === undefined
        ? []
        : [
            {
              about: t.stepOf(row.name[language], cause.next_step),
              owner: cause.owner,
              due: cause.due,
            },
          ],
    ),
    ...decisions
      .filter(({ done_on }) => done_on === undefined)
      .map(({ about, text, owner, due }) => ({
        about: t.stepOf(about[language], text),
        owner,
        due,
      })),
    ...issues
      .filter(({ due }) => due !== undefined)
      .map((issue) => ({
        about: t.stepOf(projectName(issue, language), issue.text),
        owner: issue.owner,
        due: issue.due,
      })),
  ];
}

/** Lists the milestones that are planned up to the end of the next period. */
const listMilestones = ({ overview, next_until, language }: ReportInput): readonly Step[] =>
  overview.established.flatMap(({ next, ...project }) =>
    next?.plan === undefined || next.plan <= overview.as_of || next.plan > next_until
      ? []
      : [
          {
            about: reportLabels[language].milestoneStep(
              projectName(project, language),
              milestoneTerms[next.type][language],
            ),
            due: next.plan,
          },
        ],
  );

/** The due day of a step, and the days by which it is overdue. */
function dueText(due: string | undefined, { overview: { as_of }, language }: ReportInput): string {
  const t = reportLabels[language];
  if (due === undefined) return t.noDue;
  const day = formatDate(due, language, 'short');
  return due < as_of
    ? t.overdue(day, formatValue(daysBetween(due, as_of), 'days', language).text)
    : day;
}

const byDue = (a: Step, b: Step): number =>
  (a.due ?? '9999') < (b.due ?? '9999') ? -1 : a.due === b.due ? 0 : 1;

/** Makes the table of next steps with owner and due day. */
export function stepBlocks(input: ReportInput, extent: ReportExtent): readonly ReportBlock[] {
  const { language } = input;
  const t = reportLabels[language];
  const steps = [...listSteps(input).toSorted(byDue), ...listMilestones(input).toSorted(byDue)];
  if (steps.length === 0) return [];
  const hasOwner = steps.some(({ owner }) => owner !== undefined);
  const mayOwn = input.issues !== undefined || hasOwner;
  const table = {
    columns: (mayOwn ? t.stepColumns : [t.stepColumns[0], t.stepColumns[2]]).map((label) => ({
      label,
      right: false,
    })),
    rows: steps.map(({ about, owner, due }) => [
      about,
      ...(mayOwn ? [owner ?? t.unassigned] : []),
      dueText(due, input),
    ]),
  };
  const cut = cutTable(table, rowLimits[extent], language);
  return [{ kind: 'table', caption: t.headings.next, table: cut }];
}
