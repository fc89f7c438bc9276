import { PackedTexts } from './packed-texts.ts';
import {
  findExtensionsNotBelow,
  findLaterPhasesNotBelow,
  findSignedWithoutContract,
} from './agreement-rules.ts';
import type { Comparison, ReadPositions } from './comparison.ts';
import { findDateAfterEdition, findOperationBeforeStart } from './date-rules.ts';
import {
  doubtRules,
  type DoubtInput,
  type DoubtProject,
  type DoubtProjects,
  type DoubtRow,
  type DoubtRule,
  type FoundDoubt,
  type FoundRows,
} from './doubt.ts';
import {
  findJobsBeforeCompany,
  findJobsWithoutCompany,
  findUnusualOutputPerJob,
  hasCompany,
} from './job-rules.ts';
import {
  findCompletedAbovePaidIn,
  findCompletedAbovePlanned,
  findUnchangedMoney,
} from './money-rules.ts';
import { findNearEqualNames } from './near-names.ts';
import { findPartsAboveWhole, findProjectsOnPlan, findValuesOnPlan } from './plan-rules.ts';
import { OrderedRows, UnorderedRows } from './row-list.ts';
import { findSharedSites } from './site-rule.ts';

/** What the rules need to know of all projects together. */
class Totals {
  jobs = 0;
  namesCompanies = false;
  add(projects: readonly DoubtProject[]): void {
    for (const project of projects) {
      this.jobs += project.jobs_actual ?? 0;
      this.namesCompanies ||= hasCompany(project);
    }
  }
}

/** A rule that reads one project after the other. */
interface ProjectRule {
  readonly rule: DoubtRule;
  readonly find: (projects: readonly DoubtProject[]) => readonly DoubtRow[];
  /** Whether the rule applies to a register with these totals; always if omitted. */
  readonly applies?: (totals: Totals) => boolean;
}
const projectRules: readonly ProjectRule[] = [
  { rule: 'completed_above_paid_in', find: findCompletedAbovePaidIn },
  { rule: 'completed_above_planned', find: findCompletedAbovePlanned },
  { rule: 'operation_before_start', find: findOperationBeforeStart },
  {
    rule: 'jobs_without_company',
    find: findJobsWithoutCompany,
    applies: ({ namesCompanies }) => namesCompanies,
  },
  {
    rule: 'jobs_without_company',
    find: findJobsBeforeCompany,
    applies: ({ namesCompanies }) => !namesCompanies,
  },
  { rule: 'money_unchanged', find: findUnchangedMoney },
  { rule: 'exactly_on_plan', find: findProjectsOnPlan },
  { rule: 'date_after_edition', find: findDateAfterEdition },
  { rule: 'signed_without_contract', find: findSignedWithoutContract },
];
const makeComparisons = (): readonly Comparison[] => [
  findSharedSites(),
  findNearEqualNames(),
  findUnusualOutputPerJob(),
  findLaterPhasesNotBelow(),
  findExtensionsNotBelow(),
];

/** The most projects of the groups that are compared at once; a larger group is alone. */
const comparedAtOnce = 2000;

/** Compares the groups of a rule, some at a time. */
async function compareGroups(
  comparison: Comparison,
  rows: UnorderedRows,
  read: ReadPositions,
  pause: DoubtProjects['pause'],
): Promise<void> {
  let groups: (readonly number[])[] = [];
  let size = 0;
  const compare = async (): Promise<void> => {
    for (const row of await comparison.compare(groups, read)) rows.add(row);
    [groups, size] = [[], 0];
    await pause();
  };
  for (const group of comparison.list()) {
    if (group.length === 0) await pause();
    groups.push(group);
    size += group.length;
    if (size >= comparedAtOnce) await compare();
  }
  await compare();
}

/** Reads all projects once, and compares by every rule those that must be read again. */
async function findRows(
  input: DoubtInput,
  projects: DoubtProjects,
): Promise<ReadonlyMap<DoubtRule, FoundRows>> {
  const codes = new PackedTexts();
  const totals = new Totals();
  const comparisons = makeComparisons();
  const lists = projectRules.map((of) => ({
    ...of,
    rows: new OrderedRows(of.rule === 'exactly_on_plan' ? findValuesOnPlan(input) : []),
  }));
  for await (const some of projects.readAll()) {
    totals.add(some);
    for (const { find, rows } of lists) for (const row of find(some)) rows.add(row);
    for (const project of some) {
      for (const { add } of comparisons) add(project, codes.length);
      codes.add(project.code);
    }
  }
  const whole = new OrderedRows(findPartsAboveWhole(input, totals.jobs));
  const rowsOf = new Map([['parts_above_whole' as DoubtRule, whole.finish()]]);
  for (const { rule, rows, applies } of lists)
    if (applies?.(totals) !== false) rowsOf.set(rule, rows.finish());
  const read: ReadPositions = async (positions) => {
    const byCode = new Map(positions.map((position) => [codes.get(position), position]));
    const some = await projects.read([...byCode.keys()]);
    return new Map(some.map((project) => [byCode.get(project.code) ?? 0, project]));
  };
  for (const [rule, of] of Map.groupBy(comparisons, (comparison) => comparison.rule)) {
    const rows = new UnorderedRows();
    for (const comparison of of) await compareGroups(comparison, rows, read, projects.pause);
    rowsOf.set(rule, rows.finish());
  }
  return rowsOf;
}

/** Compares the facts of a day by every rule. @returns the rules that find rows, in their order */
export async function findDoubts(
  input: DoubtInput,
  projects: DoubtProjects,
): Promise<FoundDoubt[]> {
  const rowsOf = await findRows(input, projects);
  return doubtRules.flatMap((rule) => {
    const rows = rowsOf.get(rule);
    return rows === undefined || rows.count === 0 ? [] : [{ rule, ...rows }];
  });
}
