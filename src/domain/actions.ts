import type { Action, EstablishedProject, RegisterView } from './overview.ts';
import { daysBetween } from './period.ts';
import { type IsoDate, type Milestone, type MilestoneType, milestoneTypes, type Project } from './project.ts';
import { hasReached, type Stage, type StageOrUnknown } from './stage.ts';

/** Days without an update after which a record is stale: one monthly cycle and five days (domain reference 3.4). */
export const staleAfterDays = 35;
const shownActions = 50;

/** Days by which a milestone is later than its frozen baseline: of the actual date, else of the plan. Nothing without a baseline: that is not 0. */
export function slippageDays(milestone: Milestone): number | undefined {
  const date = milestone.actual ?? milestone.plan;
  return milestone.baseline === undefined || date === undefined ? undefined : daysBetween(milestone.baseline, date);
}

/** The day that was promised: the frozen baseline, which re-planning does not move; where none was kept, the plan. */
export const promisedDay = ({ baseline, plan }: Pick<Milestone, 'baseline' | 'plan'>): IsoDate | undefined => baseline ?? plan;

/** The stage that shows a milestone to have happened, also where nobody kept its day. */
const stageAfter: Readonly<Record<MilestoneType, Stage>> = {
  start: 'construction',
  completion: 'operation',
  operation: 'operation',
  full_capacity: 'full_capacity',
};
/** Whether a stage shows that a milestone without a day has happened: what is in operation is not late for its start. */
export const isPassed = ({ type, actual }: Milestone, stage: StageOrUnknown): boolean =>
  actual === undefined && hasReached(stage, stageAfter[type]);

/** Days past the promised day of what did not happen (domain reference 3.4). Nothing when it is not overdue. */
export function overdueDays(milestone: Milestone, as_of: IsoDate, stage: StageOrUnknown): number | undefined {
  if (isPassed(milestone, stage)) return undefined;
  const promised = promisedDay(milestone);
  if (promised === undefined || promised >= as_of) return undefined;
  return milestone.actual !== undefined && milestone.actual <= as_of ? undefined : daysBetween(promised, as_of);
}

const inOrder = (milestones: readonly Milestone[]): Milestone[] =>
  milestoneTypes.flatMap((type) => milestones.filter((milestone) => milestone.type === type));

/** The next milestone to come: the first dated one after the last that has happened. */
function nextMilestone(project: Project, as_of: IsoDate): Milestone | undefined {
  const ordered = inOrder(project.milestones);
  const last = ordered.findLastIndex((milestone) => isPassed(milestone, project.stage) || (milestone.actual ?? '9') <= as_of);
  return ordered.slice(last + 1).find(({ baseline, plan }) => baseline !== undefined || plan !== undefined);
}

function overdueAction(project: Project, as_of: IsoDate): Action[] {
  const late = inOrder(project.milestones).flatMap((milestone) => {
    const days = overdueDays(milestone, as_of, project.stage);
    return days === undefined ? [] : [{ milestone, days }];
  });
  const worst = late.reduce<(typeof late)[number] | undefined>((a, b) => (a === undefined || b.days > a.days ? b : a), undefined);
  if (worst === undefined) return [];
  const { milestone, days } = worst;
  const { type, baseline, plan } = milestone;
  return [
    {
      kind: 'overdue',
      codes: [project.code],
      milestone: type,
      ...(baseline === undefined ? {} : { baseline }),
      ...(plan === undefined ? {} : { plan }),
      days,
    },
  ];
}

function staleAction(project: Project, as_of: IsoDate): Action[] {
  if (project.last_update === undefined) return [];
  const days = daysBetween(project.last_update, as_of);
  return days > staleAfterDays ? [{ kind: 'stale', codes: [project.code], since: project.last_update, days }] : [];
}

/** What needs doing, latest first: overdue, problems past their day, records not updated for over 35 days, amounts not disclosed. The total counts also what has no room in the list. */
export function actionsOf(register: RegisterView, as_of: IsoDate): { readonly actions: Action[]; readonly actions_total: number } {
  const byDays = (a: Action, b: Action): number => ('days' in b ? b.days : 0) - ('days' in a ? a.days : 0);
  const overdue = register.overdue.flatMap((project) => overdueAction(project, as_of)).sort(byDays);
  const stale = register.stale.flatMap((project) => staleAction(project, as_of)).sort(byDays);
  const undisclosed: Action[] = register.undisclosed.count > 0 ? [{ kind: 'undisclosed', ...register.undisclosed }] : [];
  const issues = register.issues
    .map(({ code, due }): Action => ({ kind: 'issue', codes: [code], due, days: daysBetween(due, as_of) }))
    .sort(byDays);
  const all = [...overdue, ...issues, ...stale, ...undisclosed];
  const { unlisted } = register;
  return { actions: all.slice(0, shownActions), actions_total: all.length + unlisted.overdue + unlisted.issues + unlisted.stale };
}

/** A row of the table of established projects, its next milestone against the frozen baseline. */
export function establishedRow(project: Project, as_of: IsoDate): EstablishedProject[] {
  if (project.stage === 'unknown') return [];
  const amount = project.amounts.total_investment;
  const next = nextMilestone(project, as_of);
  const overdue = next === undefined ? undefined : overdueDays(next, as_of, project.stage);
  const slippage = overdue ?? (next === undefined ? undefined : slippageDays(next));
  const operating = project.milestones.find(({ type, actual }) => type === 'operation' && actual !== undefined && actual <= as_of)?.actual;
  return [
    {
      code: project.code,
      name: project.name,
      ...(project.industry === undefined ? {} : { industry: project.industry }),
      stage: project.stage,
      ...(amount?.money === undefined ? { missing: amount?.missing ?? 'not_reported' } : { money: amount.money }),
      ...(next === undefined
        ? {}
        : {
            next: {
              type: next.type,
              ...(next.baseline === undefined ? {} : { baseline: next.baseline }),
              ...(next.plan === undefined ? {} : { plan: next.plan }),
            },
          }),
      ...(slippage === undefined ? {} : { slippage_days: slippage }),
      ...(overdue === undefined ? {} : { overdue_days: overdue }),
      ...(operating === undefined ? {} : { operating_since: operating }),
    },
  ];
}
