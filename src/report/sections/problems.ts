import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { dayOfMoment } from '#domain/zone/zone-days.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { writeNotKnown } from '#domain/labels/projects/register-days.ts';
import { addSecondary } from '#charts/kit/text/secondary-currency.ts';
import type { Action } from '#domain/projects/actions.ts';
import { formatCount, formatDate, formatValue } from '#domain/values/format.ts';
import { pageUnits, type PageUnits } from '#domain/overview/money-units.ts';
import type { Language } from '#domain/values/language.ts';
import { slippageDays } from '#domain/projects/milestones.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import { isBehindPlan, listTargetNotes } from '#domain/targets/target-note.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import {
  actionAmountText,
  actionReasonText,
  notKnownActionTexts,
} from '#domain/labels/projects/action.ts';
import { authorWords, milestoneTerms, projectName } from '#domain/labels/index.ts';
import type { OpenIssue, ReportBlock, ReportInput } from '#domain/report/report.ts';
import { decisionBlocks } from './decisions.ts';
import { cutTable, dropEmptyColumns } from './limited-tables.ts';
import { reportLabels } from '#report/labels/index.ts';
import { joinProjectNames } from './project-names.ts';

const mostProblems = 20;
const day = (date: string, language: Language): string => formatDate(date, language, 'long');
const days = (count: number, language: Language): string =>
  formatValue(count, 'days', language).text;
function actionSentence(action: Action, units: PageUnits, language: Language): string {
  const t = reportLabels[language];
  const about = [action.owner, actionAmountText(action, language, units)].filter(
    (text) => text !== undefined,
  );
  return t.action(
    projectName(action, language),
    about.join(t.list),
    action.reasons.map((reason) => actionReasonText(reason, language)),
  );
}

/** The first projects without an amount, and the number of the others. */
function undisclosedSentence(
  { undisclosed }: Overview,
  language: Language,
  most?: number,
): string[] {
  const t = reportLabels[language];
  if (undisclosed === undefined || undisclosed.count === 0) return [];
  const { count } = undisclosed;
  const projects = undisclosed.projects.slice(0, most);
  return [t.undisclosed(joinProjectNames(projects, count, language))];
}

/** Writes the cause with its next step: owner and due day. */
function causeText(
  { text, next_step, owner, due }: NonNullable<Overview['targets'][number]['cause']>,
  language: Language,
): string {
  const t = reportLabels[language];
  if (next_step === undefined) return text;
  const who = [owner, due === undefined ? undefined : day(due, language)]
    .filter((part) => part !== undefined)
    .join(t.list);
  return t.nextStep(text, next_step, who);
}

/** Writes each note on a target, and which targets behind plan have none. */
function causes({ targets }: Overview, profile: ZoneProfile, language: Language): string[] {
  const t = reportLabels[language];
  const noteRows = new Set(listTargetNotes(targets).map(({ row }) => row));
  return targets.flatMap((row) => {
    const { name, cause, verdict_status } = row;
    if (cause !== undefined)
      return noteRows.has(row)
        ? [
            t.cause(
              name[language],
              causeText(cause, language),
              authorWords(cause.author, language),
              day(dayOfMoment(cause.recorded_at, profile), language),
            ),
          ]
        : [];
    // an invented target needs no cause
    return verdict_status !== 'illustrative' && isBehindPlan(row)
      ? [t.noCause(name[language])]
      : [];
  });
}

/** Writes a sentence for each project that needs action, with its reasons. */
export function actionSentences({
  overview,
  language,
}: Pick<ReportInput, 'overview' | 'language'>): readonly string[] {
  const { actions } = overview;
  const items = actions?.items.slice(0, mostProblems) ?? [];
  const omittedCount = (actions?.total ?? 0) - items.length;
  return [
    ...items.map((action) => actionSentence(action, pageUnits(overview), language)),
    ...(omittedCount > 0 ? [reportLabels[language].more(formatCount(omittedCount, language))] : []),
  ];
}

/**
 * Writes what is not known of projects: required actions, and amounts.
 * @param most - the most projects without an amount that are named; the default is a usual number
 */
export const unknownSentences = (
  { overview, language }: Pick<ReportInput, 'overview' | 'language'>,
  most?: number,
): readonly string[] => [
  ...(overview.actions === undefined ? [] : notKnownActionTexts(overview.actions, language)),
  ...undisclosedSentence(overview, language, most),
];

/** Makes the table of the first open issues with owner and due day; without an issue, none. */
export function issueBlocks(
  { issues = [], language }: Pick<ReportInput, 'issues' | 'language'>,
  most = mostProblems,
): readonly ReportBlock[] {
  const t = reportLabels[language];
  if (issues.length === 0) return [];
  const rows = issues.map((issue) => [
    projectName(issue, language),
    issue.text,
    formatDate(issue.since, language, 'short'),
    issue.owner ?? '—',
    issue.due === undefined ? '—' : formatDate(issue.due, language, 'short'),
  ]);
  const columns = t.issueColumns.map((label) => ({ label, right: false }));
  return [
    {
      kind: 'table',
      caption: t.issues,
      table: cutTable(dropEmptyColumns({ columns, rows }), most, language),
    },
  ];
}

/**
 * Makes the blocks of problems: entered causes, projects that need action, projects without an
 * amount, and open issues.
 */
export function problemBlocks(input: ReportInput): readonly ReportBlock[] {
  const { overview, profile, language } = input;
  const items = [
    ...causes(overview, profile, language),
    ...actionSentences(input),
    ...unknownSentences(input),
  ];
  const blocks = [
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
    ...issueBlocks(input),
    ...unknownProjects(overview, language),
  ];
  return blocks.length === 0 ? [{ kind: 'text', text: reportLabels[language].noProblems }] : blocks;
}

/**
 * Writes that projects are not known on the day of the report.
 * @returns an empty list where they are known
 */
const unknownProjects = (overview: Overview, language: Language): readonly ReportBlock[] =>
  areProjectsKnown(overview.as_of, overview.first_known_day)
    ? []
    : [{ kind: 'text', text: writeNotKnown(overview, language) }];

function milestoneRow(row: EstablishedProject, language: Language): readonly string[][] {
  const t = reportLabels[language];
  const { next } = row;
  if (next?.plan === undefined) return [];
  const late = slippageDays(next, row.stage);
  return [
    [
      projectName(row, language),
      milestoneTerms[next.type][language],
      formatDate(next.plan, language, 'short'),
      late === undefined
        ? lightTerms.not_known[language]
        : late > 0
          ? t.slippage(days(late, language))
          : late < 0
            ? t.earlier(days(-late, language))
            : days(0, language),
    ],
  ];
}
const dueWithin = (
  issues: readonly OpenIssue[],
  as_of: string,
  until: string,
): readonly OpenIssue[] =>
  issues.filter(({ due }) => due !== undefined && due >= as_of && due <= until);

/** Makes the table of the next milestones, or the sentence that none has a planned date. */
function milestoneBlocks(
  rows: readonly (readonly string[])[],
  until: IsoDate,
  language: Language,
): readonly ReportBlock[] {
  const t = reportLabels[language];
  if (rows.length === 0) return [{ kind: 'text', text: t.noNext(day(until, language)) }];
  const columns = t.milestoneColumns.map((label, i) => ({ label, right: i === 3 }));
  return [
    {
      kind: 'table',
      caption: t.milestones,
      table: cutTable({ columns, rows }, mostProblems, language),
    },
  ];
}

/**
 * Makes the blocks of plans up to the end of the next period: open decisions, milestones of
 * established projects, open issues, the end of the phase.
 */
export function nextBlocks(input: ReportInput): readonly ReportBlock[] {
  const { overview, issues = [], next_until, language } = input;
  const t = reportLabels[language];
  const { as_of, established, phases, phase_now } = overview;
  const unknownBlocks = unknownProjects(overview, language);
  const rows = established
    .filter(({ next }) => next?.plan !== undefined && next.plan > as_of && next.plan <= next_until)
    .toSorted((a, b) => ((a.next?.plan ?? '') < (b.next?.plan ?? '') ? -1 : 1))
    .flatMap((project) => milestoneRow(project, language));
  const phase = phases.find(({ id }) => id === phase_now?.id);
  const items = [
    ...dueWithin(issues, as_of, next_until)
      .slice(0, mostProblems)
      .map((issue) =>
        t.issueDue(projectName(issue, language), issue.text, day(issue.due ?? as_of, language)),
      ),
    ...(phase === undefined ? [] : [t.phaseNext(phase.name[language], day(phase.end, language))]),
    ...overview.targets.flatMap(({ name, remaining, unit, deadline, target, kind, now }) =>
      remaining === undefined ||
      remaining === '0' ||
      kind === 'qualitative' ||
      now === undefined ||
      deadline < as_of
        ? []
        : [
            t.deadline(
              name[language],
              day(deadline, language),
              addSecondary(
                formatValue(remaining, unit, language, target === undefined ? {} : { like: target })
                  .text,
                remaining,
                unit,
                overview,
                language,
              ),
            ),
          ],
    ),
  ];
  return [
    ...decisionBlocks(input),
    ...(unknownBlocks.length > 0 ? unknownBlocks : milestoneBlocks(rows, next_until, language)),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
  ];
}
