import { compact } from '#domain/values/compact.ts';
import type { FirstPlans, PlanDates } from '#domain/projects/milestones.ts';
import {
  milestoneTypes,
  type FirstPlan,
  type Milestone,
  type MilestoneType,
} from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Engine } from '#server/db/db.ts';
import { sql, type RawBuilder } from 'kysely';

/** The entry of a milestone in a text of `writePlanDates`. */
export type PlanDateEntry = readonly [
  MilestoneType,
  { readonly plan?: string; readonly first?: FirstPlan },
];

/**
 * Writes the planned date and the first plan date of each milestone as one text in a fixed order.
 * @returns null if there are none
 */
export function writePlanDates(milestones: readonly Milestone[], first: FirstPlans): string | null {
  const entries = milestoneTypes.flatMap((type): PlanDateEntry[] => {
    const [plan, firstPlan] = [milestones.find((m) => m.type === type)?.plan, first.get(type)];
    if (plan === undefined && firstPlan === undefined) return [];
    return [[type, compact({ plan, first: firstPlan })]];
  });
  return entries.length === 0 ? null : JSON.stringify(entries);
}

const read = (text: string | null): readonly PlanDateEntry[] =>
  text === null ? [] : (JSON.parse(text) as readonly PlanDateEntry[]);

/** Finds the first plan dates in the entries of `writePlanDates`. */
export const findFirstPlans = (entries: readonly PlanDateEntry[]): FirstPlans =>
  new Map(
    entries.flatMap(([type, { first }]) => (first === undefined ? [] : [[type, first] as const])),
  );
/** Reads the first plan dates from a text of `writePlanDates`. */
export const readFirstPlans = (text: string | null): FirstPlans => findFirstPlans(read(text));

/** Reads the planned dates from a text of `writePlanDates`. */
export const readPlanDates = (text: string | null): PlanDates =>
  Object.fromEntries(
    read(text).flatMap(([type, { plan }]) => (plan === undefined ? [] : [[type, plan]])),
  );

/**
 * Selects the planned date of each milestone type from a column of texts of `writePlanDates`. A
 * missing one is null.
 */
export function plannedDates(engine: Engine, column: string): RawBuilder<IsoDate | null>[] {
  const positionOf = sql.raw(engine === 'sqlite' ? 'instr' : 'strpos');
  return milestoneTypes.map((type) => {
    const before = `["${type}",{"plan":"`;
    const position = sql`${positionOf}(${sql.ref(column)}, ${sql.lit(before)})`;
    return sql`case when ${position} > 0 then substr(${sql.ref(column)}, ${position} + ${sql.lit(before.length)}, 10) end`;
  });
}
