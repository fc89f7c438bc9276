import { withBeside } from '#charts/frame/beside.ts';
import { promisedDay, slippageDays } from '#domain/actions.ts';
import { formatCount, formatDate, formatValue } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { Action, EstablishedProject, Overview } from '#domain/overview.ts';
import { authorWords, milestoneTerms, projectName } from '#domain/terms/index.ts';
import type { OpenIssue, ReportBlock, ReportInput } from '#domain/report.ts';
import { cutTable } from './shown.ts';
import { reportWords } from './text.ts';

const shown = 20;
const codesShown = 6;
const day = (date: string, language: Language): string => formatDate(date, language, 'long');
const days = (count: number, language: Language): string => formatValue(count, 'days', language).text;

/** Codes as neutral names, the first few of many. */
function projects(codes: readonly string[], count: number, language: Language): string {
  const t = reportWords[language];
  const names = codes.slice(0, codesShown).map((code) => projectName({ code, name: code }, language));
  return names.join(t.list) + (count > names.length ? ` +${formatCount(count - names.length, language)}` : '');
}

function actionSentence(action: Action, language: Language): string[] {
  const t = reportWords[language];
  const who = projects(action.codes, action.kind === 'undisclosed' ? action.count : action.codes.length, language);
  if (action.kind === 'overdue') {
    const promised = promisedDay(action);
    const said = action.baseline === undefined ? t.pastPlan : t.overdue;
    const milestone = milestoneTerms[action.milestone][language];
    return promised === undefined ? [] : [said(who, milestone, day(promised, language), days(action.days, language))];
  }
  if (action.kind === 'stale') return [t.stale(who, day(action.since, language))];
  return action.kind === 'undisclosed' ? [t.undisclosed(who)] : [];
}

function causes({ targets }: Overview, language: Language): string[] {
  const t = reportWords[language];
  return targets.flatMap(({ name, cause, verdict, verdict_status }) => {
    if (cause !== undefined)
      return [t.cause(name[language], cause.text, authorWords(cause.author, language), day(cause.recorded_at.slice(0, 10), language))];
    // an example behind its plan owes nobody a cause
    const owed = verdict_status !== 'illustrative' && (verdict === 'behind' || verdict === 'slightly_behind' || verdict === 'missed');
    return owed ? [t.noCause(name[language])] : [];
  });
}

const nameOf = ({ code, name }: { readonly code: string; readonly name: string }, language: Language): string =>
  projectName({ code, name }, language);

/** Causes that people gave, what is overdue, stale or not disclosed, and the open issues. */
export function problemBlocks({ overview, issues, language }: ReportInput): readonly ReportBlock[] {
  const t = reportWords[language];
  const items = [...causes(overview, language), ...overview.actions.slice(0, shown).flatMap((action) => actionSentence(action, language))];
  const left = overview.actions_total - Math.min(shown, overview.actions.length);
  const blocks: ReportBlock[] =
    items.length === 0 ? [] : [{ kind: 'list', items: left > 0 ? [...items, t.more(formatCount(left, language))] : items }];
  if (issues !== undefined && issues.length > 0)
    blocks.push({
      kind: 'table',
      caption: t.issues,
      table: cutTable(
        {
          columns: t.issueColumns.map((label) => ({ label, right: false })),
          rows: issues.map((issue) => [
            nameOf(issue, language),
            issue.text,
            formatDate(issue.since, language, 'short'),
            issue.owner ?? '—',
            issue.due === undefined ? '—' : formatDate(issue.due, language, 'short'),
          ]),
        },
        shown,
        language,
      ),
    });
  return blocks.length === 0 ? [{ kind: 'text', text: t.noProblems }] : blocks;
}

function milestoneRow({ code, name, next }: EstablishedProject, language: Language): readonly string[][] {
  const t = reportWords[language];
  if (next?.plan === undefined) return [];
  const late = slippageDays(next);
  return [
    [
      projectName({ code, name }, language),
      milestoneTerms[next.type][language],
      formatDate(next.plan, language, 'short'),
      late === undefined
        ? '—'
        : late > 0
          ? t.slippage(days(late, language))
          : late < 0
            ? t.earlier(days(-late, language))
            : days(0, language),
    ],
  ];
}
const dueWithin = (issues: readonly OpenIssue[], as_of: string, until: string): readonly OpenIssue[] =>
  issues.filter(({ due }) => due !== undefined && due >= as_of && due <= until);

/** What is planned up to the end of the next period: milestones of established projects, issues to solve, the end of the phase. */
export function nextBlocks({ overview, issues = [], next_until, language }: ReportInput): readonly ReportBlock[] {
  const t = reportWords[language];
  const { as_of, established, phases, phase_now } = overview;
  const rows = established
    .filter(({ next }) => next?.plan !== undefined && next.plan > as_of && next.plan <= next_until)
    .toSorted((a, b) => ((a.next?.plan ?? '') < (b.next?.plan ?? '') ? -1 : 1))
    .flatMap((project) => milestoneRow(project, language));
  const phase = phases.find(({ id }) => id === phase_now?.id);
  const items = [
    ...dueWithin(issues, as_of, next_until)
      .slice(0, shown)
      .map((issue) => t.issueDue(nameOf(issue, language), issue.text, day(issue.due ?? as_of, language))),
    ...(phase === undefined ? [] : [t.phaseNext(phase.name[language], day(phase.end, language))]),
    ...overview.targets.flatMap(({ name, remaining, unit, deadline, target, kind, now }) =>
      remaining === undefined || remaining === '0' || kind === 'qualitative' || now === undefined || deadline < as_of
        ? []
        : [
            t.deadline(
              name[language],
              day(deadline, language),
              withBeside(
                formatValue(remaining, unit, language, target === undefined ? {} : { like: target }).text,
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
    ...(rows.length === 0
      ? [{ kind: 'text' as const, text: t.noNext(day(next_until, language)) }]
      : [
          {
            kind: 'table' as const,
            caption: t.milestones,
            table: cutTable({ columns: t.milestoneColumns.map((label, i) => ({ label, right: i === 3 })), rows }, shown, language),
          },
        ]),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
  ];
}
