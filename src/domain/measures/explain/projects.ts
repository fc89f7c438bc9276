import { compact } from '#domain/values/compact.ts';
import { missingTerms } from '#domain/labels/general/missing-figure.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import {
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
} from '#domain/labels/projects/field.ts';
import { actionReasonText } from '#domain/labels/projects/action.ts';
import type { Action } from '#domain/projects/actions.ts';
import { projectLight } from '#domain/projects/light.ts';
import {
  longestOverdue,
  originalDay,
  overdueDays,
  type OverdueMilestone,
  promisedDay,
  slippageDays,
} from '#domain/projects/milestones.ts';
import {
  type Measure,
  type MilestoneType,
  type ProjectDetail,
  pickNamed,
} from '#domain/projects/project.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import { formatCount, formatDate, formatMoney, formatValue } from '#domain/values/format.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { sameWords } from '#domain/values/term.ts';
import { explainTerms } from './labels/index.ts';
import type { DayExplanation, ExplainedPart } from '#domain/measures/explanation.ts';
import { absences, inAll, valueIn } from './texts.ts';

/** A project as its reader sees it. */
export interface ProjectSubject {
  readonly project: ProjectDetail;
  readonly as_of: IsoDate;
  /** Its entry in the list of what needs action. Omitted where it has none. */
  readonly action?: Action;
}

const dateText = (date: IsoDate) => inAll((language) => formatDate(date, language, 'long'));

function common({ project, as_of }: ProjectSubject) {
  const file = project.imported_from?.file;
  return {
    sources: [
      {
        title: file === undefined ? explainTerms.register : sameWords(file),
        date: project.last_update ?? as_of,
      },
    ],
    data_status: project.data_status,
    rows: {
      kind: 'projects',
      total: 1,
      items: [{ ...pickNamed(project), stage: project.stage, status: project.status }],
    },
  } as const;
}

/** Explains an amount of a project. */
export function explainAmount(subject: ProjectSubject, measure: Measure): DayExplanation {
  const amount = subject.project.amounts[measure];
  const base = { ...common(subject), subject: measureTerms[measure] };
  const cell = subject.project.imported_from?.cells?.find(({ name }) => name === measure);
  const parts: ExplainedPart[] = [
    ...(amount?.text === undefined
      ? []
      : [{ name: explainTerms.parts.as_written, text: sameWords(amount.text) }]),
    ...(cell === undefined ? [] : [{ name: explainTerms.parts.cell, text: sameWords(cell.cell) }]),
  ];
  const money = amount?.money;
  if (money === undefined)
    return { ...base, parts, absent: missingTerms[amount?.missing ?? 'not_reported'] };
  const { qualifier } = amount ?? {};
  return {
    ...base,
    parts,
    text: inAll((language) => formatMoney(money, language, compact({ qualifier })).text),
    exact: [{ value: toMajor(fromWire(money)), unit: money.currency }],
  };
}

/** Explains the planned or actual jobs of a project. */
export function explainJobs(
  projectSubject: ProjectSubject,
  kind: 'jobs_plan' | 'jobs_actual',
): DayExplanation {
  const jobs = projectSubject.project[kind];
  const subject = kind === 'jobs_plan' ? explainTerms.jobs.planned : explainTerms.jobs.actual;
  if (jobs === undefined)
    return { ...common(projectSubject), subject, absent: missingTerms.not_reported };
  return {
    ...common(projectSubject),
    subject,
    text: valueIn(jobs, 'jobs'),
    exact: [{ value: String(jobs), unit: 'jobs' }],
  };
}

/** Facts of a project that are numbers, with their units. */
export const projectFactUnits = {
  land_mu: 'mu',
  floor_area_m2: 'm2',
  foreign_percent: 'percent',
} as const;

/** Explains a fact of a project. */
export function explainFact(
  projectSubject: ProjectSubject,
  fact: keyof typeof projectFactUnits,
): DayExplanation {
  const value = projectSubject.project[fact];
  const subject = projectFieldTerms[fact];
  const base = { ...common(projectSubject), ...compact({ subject }) };
  if (value === undefined) return { ...base, absent: missingTerms.not_reported };
  const unit = projectFactUnits[fact];
  return { ...base, text: valueIn(value, unit), exact: [{ value: String(value), unit }] };
}

/** Explains for how long a project has been in its stage. */
export function explainStageTime(subject: ProjectSubject): DayExplanation {
  const { project, as_of } = subject;
  const since = project.stage_since;
  if (since === undefined) return { ...common(subject), absent: absences.no_value };
  const days = daysBetween(since, as_of);
  return {
    ...common(subject),
    text: valueIn(days, 'days'),
    exact: [{ value: String(days), unit: 'days' }],
    filled: inAll(
      (language) =>
        `${formatDate(as_of, language)} − ${formatDate(since, language)} = ${formatValue(days, 'days', language).text}`,
    ),
  };
}

/** Explains how much later than first planned a milestone is. */
export function explainDelay(subject: ProjectSubject, type: MilestoneType): DayExplanation {
  const milestone = subject.project.milestones.find((one) => one.type === type);
  const base = { ...common(subject), subject: milestoneTerms[type] };
  const days = milestone === undefined ? undefined : slippageDays(milestone, subject.project.stage);
  if (milestone === undefined || days === undefined) return { ...base, absent: absences.no_value };
  const { plan, actual } = milestone;
  const original = originalDay(milestone);
  return {
    ...base,
    text: inAll((language) => formatValue(days, 'days', language, { signed: true }).text),
    exact: [{ value: String(days), unit: 'days' }],
    parts: [
      ...(original === undefined
        ? []
        : [{ name: milestoneDateTerms.baseline, text: dateText(original) }]),
      ...(plan === undefined ? [] : [{ name: milestoneDateTerms.plan, text: dateText(plan) }]),
      ...(actual === undefined
        ? []
        : [{ name: milestoneDateTerms.actual, text: dateText(actual) }]),
    ],
  };
}

/** The days since a promised day, with their calculation. */
const overdueFigures = (
  { since, days }: Pick<OverdueMilestone, 'since' | 'days'>,
  as_of: IsoDate,
): Pick<DayExplanation, 'text' | 'exact' | 'filled'> => ({
  text: valueIn(days, 'days'),
  exact: [{ value: String(days), unit: 'days' }],
  filled: inAll(
    (language) =>
      `${formatDate(as_of, language)} − ${formatDate(since, language)} = ${formatValue(days, 'days', language).text}`,
  ),
});
const nothingOverdue = explainTerms.absences.nothing_overdue;

/** Explains since how many days a milestone is overdue. */
export function explainMilestoneOverdue(
  subject: ProjectSubject,
  type: MilestoneType,
): DayExplanation {
  const { project, as_of } = subject;
  const milestone = project.milestones.find((one) => one.type === type);
  const base = { ...common(subject), subject: milestoneTerms[type] };
  const since = milestone === undefined ? undefined : promisedDay(milestone);
  const days = milestone === undefined ? undefined : overdueDays(milestone, as_of, project.stage);
  return days === undefined || since === undefined
    ? { ...base, absent: nothingOverdue }
    : { ...base, ...overdueFigures({ since, days }, as_of) };
}

/** Explains by how many days a project is over its worst limit. */
export function explainOverdue(subject: ProjectSubject): DayExplanation {
  const { action } = subject;
  const [reason] = action?.reasons ?? [];
  if (action !== undefined && reason !== undefined)
    return {
      ...common(subject),
      text: valueIn(action.days_over, 'days'),
      exact: [{ value: String(action.days_over), unit: 'days' }],
      filled: inAll((language) => {
        const limit =
          'limit' in reason ? ` − ${formatValue(reason.limit, 'days', language).text}` : '';
        return `${formatDate(subject.as_of, language)} − ${formatDate(reason.since, language)}${limit} = ${formatValue(action.days_over, 'days', language).text}`;
      }),
      parts: action.reasons.map((one, place) => ({
        name: inAll((language) => formatCount(place + 1, language)),
        text: inAll((language) => actionReasonText(one, language)),
      })),
    };
  const worst = longestOverdue(subject.project, subject.as_of);
  if (worst === undefined)
    return {
      ...common(subject),
      absent: nothingOverdue,
    };
  return {
    ...common(subject),
    subject: milestoneTerms[worst.milestone.type],
    ...overdueFigures(worst, subject.as_of),
  };
}

/** Explains the light of the milestones of a project. */
export function explainLight(subject: ProjectSubject): DayExplanation {
  const explanation = explainOverdue(subject);
  return {
    ...common(subject),
    text: lightTerms[projectLight(subject.project, subject.as_of)],
    exact: [],
    ...compact({ filled: explanation.filled }),
  };
}
