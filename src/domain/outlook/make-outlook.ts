import { compact } from '#domain/values/compact.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { makeChance, type StageExposures } from './make-chance.ts';
import { findFewest, makeRange } from './make-range.ts';
import type {
  Outlook,
  OutlookProject,
  OutlookRefusal,
  ProjectMeasure,
  TargetOutlook,
} from './outlook.ts';

/** What the projects of the register bring to one measure. */
export interface MeasureProjects {
  readonly projects: readonly OutlookProject[];
  /** Amounts stand in two currencies, so that they have no sum. */
  readonly two_currencies: boolean;
}
export interface OutlookInput {
  readonly as_of: IsoDate;
  readonly revision: number;
  readonly rows: readonly TargetRow[];
  readonly mapping: StageMapping;
  readonly measures: Readonly<Record<ProjectMeasure, MeasureProjects>>;
  readonly seen: StageExposures;
  /** How many active projects the register has. */
  readonly projects: number;
  readonly base_currency: string;
}

/** The indicators that the planned output of projects adds to, by the id of their template. */
const outputIndicators: readonly string[] = ['industrial_output'];

/**
 * Finds what projects bring to a target: jobs, or output in the zone's currency.
 * @returns undefined for any other target: projects are never counted as companies
 */
export function findProjectMeasure(
  { indicator, kind, unit, comparator }: TargetRow,
  base_currency: string,
): ProjectMeasure | undefined {
  if (kind === 'qualitative' || comparator === '<' || comparator === '<=') return undefined;
  if (unit === 'jobs') return 'jobs';
  return outputIndicators.includes(indicator) && unit === base_currency ? 'output' : undefined;
}

function findRefusal(
  { now, target, verdict, deadline }: TargetRow,
  { projects, two_currencies }: MeasureProjects,
  as_of: IsoDate,
): OutlookRefusal | undefined {
  if (verdict === 'met') return 'met';
  if (as_of > deadline) return 'deadline_passed';
  if (now === undefined || target === undefined) return 'no_value';
  if (two_currencies) return 'two_currencies';
  if (projects.length === 0) return 'no_projects';
  return projects.every(({ adds }) => adds === undefined) ? 'no_amounts' : undefined;
}

function makeTargetOutlook(row: TargetRow, input: OutlookInput): TargetOutlook {
  const measure = findProjectMeasure(row, input.base_currency);
  if (measure === undefined) return { row };
  const own = input.measures[measure];
  const refused = findRefusal(row, own, input.as_of);
  const { now, target } = row;
  if (refused !== undefined || now === undefined || target === undefined)
    return { row, measure, ...compact({ refused }) };
  const { as_of, mapping, seen } = input;
  const basis = { now: now.value, target, deadline: row.deadline, projects: own.projects };
  const range = makeRange({ ...basis, mapping });
  const fewest = findFewest(now.value, target, own.projects);
  const isOpen = compareDecimal(target, now.value) > 0;
  return {
    row,
    measure,
    range,
    ...compact({
      fewest,
      chance: isOpen
        ? makeChance({ ...basis, as_of, seen, is_yearly: row.kind === 'annual_flow' })
        : undefined,
    }),
  };
}

/** Makes the outlook of all targets in force. */
export const makeOutlook = (input: OutlookInput): Outlook => ({
  as_of: input.as_of,
  revision: input.revision,
  projects: input.projects,
  targets: input.rows.map((row) => makeTargetOutlook(row, input)),
});
