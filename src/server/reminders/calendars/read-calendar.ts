import { milestoneTerms, projectName } from '#domain/labels/index.ts';
import { gateActorTerms, gateName } from '#domain/labels/projects/gate.ts';
import { usualGates } from '#domain/projects/gate.ts';
import type { Calendar, CalendarEntry } from '#domain/reminders/calendar.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { listOpenItems } from '#domain/zone/checklist.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { reportDayOf, timeZoneOf } from '#domain/zone/zone-days.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { addMonths, toMonth, type IsoDate } from '#domain/values/date.ts';
import { formatMonth } from '#domain/values/format.ts';
import { fillText, type Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { WithholdableField } from '#domain/zone/rights/redistribution.ts';
import type { Role } from '#contract/core/rights.ts';
import { digestMailLabels } from '#report/digest/labels/index.ts';
import { listNextDue } from '#server/changes/next-due-store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { may } from '#server/core/role-rights.ts';
import { readOverview } from '#server/overview/service.ts';
import { openIssues } from '#server/projects/issues/open-issue-store.ts';
import { readNamedDecisions } from '#server/work/decision-service.ts';
import { listDueGates } from '#server/work/due-gate-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { readZone } from '#server/zone/store.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'config'>;
export interface CalendarReader {
  readonly role: Role;
  readonly language: Language;
}
/** The most entries of a kind. */
const mostEntries = 1000;
const reportMonths = 12;

/** Encodes a part of a UID, so that no character of a name breaks it. */
const key = (text: string): string => encodeURIComponent(text.toWellFormed());

const projectLink = ({ config: { address } }: Deps, code: string) =>
  address === undefined ? {} : { detail: `${address}/projects/${key(code)}` };

/** Lists the next days on which the figures of a month are due. */
const reportDays = (
  today: IsoDate,
  zone: ZoneProfile,
  language: Language,
): readonly CalendarEntry[] =>
  Array.from({ length: reportMonths + 1 }, (_, n) => {
    const month = addMonths(toMonth(today), n - 1);
    return {
      uid: `month.${month}@headway`,
      day: reportDayOf(month, zone),
      title: digestMailLabels[language].calendar.month(formatMonth(month, language)),
    };
  })
    .filter(({ day }) => day >= today)
    .slice(0, reportMonths);

function zoneDays(
  { origin, targets, phases, zone }: Overview,
  today: IsoDate,
  language: Language,
): readonly CalendarEntry[] {
  const t = digestMailLabels[language].calendar;
  const present = targets.filter(
    ({ indicator }) => zone.withheld?.indicators.includes(indicator) !== true,
  );
  return [
    ...listOpenItems(present, today)
      .filter(({ planned }) => planned >= today)
      .map(({ target, item, planned }) => ({
        uid: `${origin}.target.${key(target.id ?? target.indicator)}.item.${key(item.id)}@headway`,
        day: planned,
        title: t.item(target.name[language], fillText(item.name)[language]),
      })),
    ...present
      .filter(({ deadline }) => deadline >= today)
      .map((row) => ({
        uid: `${origin}.target.${key(row.id ?? row.indicator)}@headway`,
        day: row.deadline,
        title: t.target(row.name[language]),
      })),
    ...phases
      .filter(({ end }) => end >= today)
      .map(({ id, end, name }) => ({
        uid: `${origin}.phase.${key(id)}@headway`,
        day: end,
        title: t.phase(name[language]),
      })),
  ];
}

/** Lists the days by which projects must pass gates, each with the owner who must act. */
async function gateDays(
  deps: Deps,
  scope: ProjectScope,
  language: Language,
): Promise<readonly CalendarEntry[]> {
  const t = digestMailLabels[language].calendar;
  const gates = (await readZone(deps.db, scope.origin, scope.knownRevision))?.gates ?? usualGates;
  const due = await listDueGates(deps.db.read, { scope, gates, limit: mostEntries });
  return due.map(({ gate, due: day, ...project }) => ({
    uid: `${scope.origin}.${key(project.code)}.gate.${key(gate.id)}@headway`,
    day,
    title: t[gate.is_legal === true ? 'legalGate' : 'gate'](
      projectName(project, language),
      gateName(gate, language),
      gateActorTerms[gate.actor][language],
    ),
    ...projectLink(deps, project.code),
  }));
}

/** Lists the due days of open issues. */
async function issueDays(
  deps: Deps,
  scope: ProjectScope & { readonly as_of: IsoDate },
  language: Language,
): Promise<readonly CalendarEntry[]> {
  const issues = await openIssues(deps.db, scope, mostEntries);
  return issues.flatMap(({ id, text, due: day, ...project }) =>
    day === undefined || day < scope.as_of
      ? []
      : [
          {
            uid: `${scope.origin}.${key(project.code)}.issue.${key(id)}@headway`,
            day,
            title: digestMailLabels[language].calendar.issue(projectName(project, language), text),
          },
        ],
  );
}

/** Lists the due days of open decisions, except on targets that may not be redistributed. */
async function decisionDays(
  deps: Deps,
  { revision: knownRevision, zone }: Overview,
  { profile, as_of }: { readonly profile: ZoneProfile; readonly as_of: IsoDate },
  language: Language,
): Promise<readonly CalendarEntry[]> {
  const decisions = await readNamedDecisions(deps.db, profile, { knownRevision, as_of });
  const withheld = zone.withheld?.indicators ?? [];
  const targets = new Set(
    profile.targets.filter(({ indicator }) => withheld.includes(indicator)).map(targetKey),
  );
  const linkOf = (subject: string, code: string) =>
    subject === 'project' ? projectLink(deps, code) : {};
  return decisions.flatMap(({ id, text, about, subject, subject_id, due, done_on }) =>
    due === undefined ||
    due < as_of ||
    done_on !== undefined ||
    (subject === 'target' && targets.has(subject_id))
      ? []
      : [
          {
            uid: `${profile.origin}.decision.${key(id)}@headway`,
            day: due,
            title: digestMailLabels[language].calendar.decision(about[language], text),
            ...linkOf(subject, subject_id),
          },
        ],
  );
}

/**
 * Reads the calendar of a zone: planned milestones, planned items of checklists, ends of targets and
 * phases, and report days.
 * Readers who may see notes also get due days of issues, decisions and gates. It leaves out data that may
 * not be redistributed, since other services read the calendar.
 *
 * @throws HttpProblem if there is no zone
 */
export async function readCalendar(
  deps: Deps,
  { role, language }: CalendarReader,
): Promise<Calendar> {
  const t = digestMailLabels[language].calendar;
  const { profile } = await readZoneSnapshot(deps);
  const today = dayIn(deps.clock(), timeZoneOf(profile));
  const overview = await readOverview(deps, { as_of: today, compare: 'none' });
  const { origin, revision: knownRevision } = overview;
  const scope = { origin, as_of: today, knownRevision };
  const mayViewNotes = may(role, 'view_notes');
  const isLeftOut = (field: WithholdableField): boolean =>
    overview.zone.withheld?.fields.includes(field) === true;
  const [due, issues, decisions, gates] = await Promise.all([
    isLeftOut('milestones') ? [] : listNextDue(deps.db.read, scope, mostEntries, mostEntries),
    mayViewNotes && !isLeftOut('issue_text') ? issueDays(deps, scope, language) : [],
    mayViewNotes ? decisionDays(deps, overview, { profile, as_of: today }, language) : [],
    mayViewNotes ? gateDays(deps, scope, language) : [],
  ]);
  return {
    name: t.name(overview.zone.name[language]),
    made_at: deps.clock().toISOString(),
    entries: [
      ...due.map(({ type, plan, ...project }) => ({
        uid: `${origin}.${key(project.code)}.${type}@headway`,
        day: plan,
        title: t.milestone(projectName(project, language), milestoneTerms[type][language]),
        ...projectLink(deps, project.code),
      })),
      ...zoneDays(overview, today, language),
      ...issues,
      ...decisions,
      ...gates,
      ...reportDays(today, profile, language),
    ],
  };
}
