import type { Comparison } from './comparison.ts';
import { type Day, daysBetween } from '../figures/days.ts';
import type { Milestone } from '../figures/charts/facts.ts';
import type { RegisterUnderTest } from './register.ts';
import { statesOn } from '../figures/register.ts';
import { groupOf } from '../figures/sums.ts';

const order = ['start', 'operation', 'full_capacity'] as const;
interface WireRow {
  readonly code: string;
  readonly next?: { readonly type: string };
  readonly slippage_days?: number;
  readonly overdue?: { readonly since: Day; readonly days: number };
}

/** The next milestone that has not happened by `day`. */
const nextOn = (milestones: readonly Milestone[], day: Day): Milestone | undefined =>
  order
    .flatMap((type) => milestones.filter((one) => one.type === type))
    .find(({ actual }) => actual === undefined || actual > day);

/**
 * The delays of established projects (row 4 of the issue): days by which the plan of the next
 * milestone is later than its original date, which without a baseline is the first plan; and,
 * separately, since when that date has passed.
 *
 * @param milestones of each project, with one plan each
 */
export async function compareDelays(
  to: Comparison,
  { get, histories, mapping }: RegisterUnderTest,
  milestones: ReadonlyMap<string, readonly Milestone[]>,
  day: Day,
): Promise<void> {
  const { established } = await get<{ established: readonly WireRow[] }>(
    `/api/v1/overview?as_of=${day}&compare=none`,
  );
  for (const state of statesOn(histories, day)) {
    if (groupOf(mapping, state) !== 'established') continue;
    const row = established.find(({ code }) => code === state.code);
    const next = nextOn(milestones.get(state.code) ?? [], day);
    const original = next?.baseline ?? next?.plan;
    const later =
      original === undefined || next?.plan === undefined
        ? undefined
        : daysBetween(original, next.plan);
    const isOverdue = original !== undefined && original < day;
    to.same(day, `${state.code}, next milestone`, next?.type, row?.next?.type);
    to.same(day, `${state.code}, days later than the original date`, later, row?.slippage_days);
    to.same(
      day,
      `${state.code}, overdue since`,
      isOverdue ? original : undefined,
      row?.overdue?.since,
    );
    to.same(
      day,
      `${state.code}, days overdue`,
      isOverdue ? daysBetween(original, day) : undefined,
      row?.overdue?.days,
    );
  }
}
