import { compact } from '#domain/values/compact.ts';
import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { sumProjects } from './chance/chance-projects.ts';
import { makeChance, type ChanceInput, type StageExposures } from './make-chance.ts';
import { findFewest, makeRange } from './make-range.ts';
import type { Outlook, OutlookRefusal, TargetOutlook, TargetScenario } from './outlook.ts';
import type { OutlookProject, ProjectMeasure } from './outlook-project.ts';
import { applyScenario } from './scenario/apply-scenario.ts';
import { makePaceScenario } from './scenario/pace-scenario.ts';
import type { OutlookScenario } from './scenario/scenario.ts';
import { listChanceSensitivity, listPaceSensitivity } from './scenario/sensitivity.ts';

/** The contributions of the projects of the register to one measure. */
export interface MeasureProjects {
  readonly projects: readonly OutlookProject[];
  /** Amounts are in two currencies, so that they have no sum. */
  readonly two_currencies: boolean;
}
export interface OutlookInput {
  readonly as_of: IsoDate;
  readonly revision: number;
  readonly rows: readonly TargetRow[];
  readonly mapping: StageMapping;
  readonly measures: Readonly<Record<ProjectMeasure, MeasureProjects>>;
  readonly exposures: StageExposures;
  /** The number of active projects in the register. Omitted if it is unknown. */
  readonly projects?: number;
  readonly first_known_day?: IsoDate;
  readonly base_currency: string;
  readonly scenario?: OutlookScenario;
}

/** The indicators that the planned output of projects adds to, by the id of their template. */
const outputIndicators: readonly string[] = ['industrial_output'];

/**
 * Finds the measure by which projects add to a target: jobs, or output in the zone's currency.
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

/** Whether one of these targets depends on the projects of the register. */
export const dependOnProjects = (rows: readonly TargetRow[], base_currency: string): boolean =>
  rows.some((row) => findProjectMeasure(row, base_currency) !== undefined);

function findRefusal(
  { now, target, verdict, deadline }: TargetRow,
  { projects, two_currencies }: MeasureProjects,
  { as_of, projects: count }: Pick<OutlookInput, 'as_of' | 'projects'>,
): OutlookRefusal | undefined {
  if (verdict === 'met') return 'met';
  if (as_of > deadline) return 'deadline_passed';
  if (now === undefined || target === undefined) return 'no_value';
  if (two_currencies) return 'two_currencies';
  if (projects.length === 0) return count === undefined ? 'projects_unknown' : 'no_projects';
  return projects.every(({ adds }) => adds === undefined) ? 'no_amounts' : undefined;
}

/** A target with the sums of its projects. */
interface TargetBasis {
  readonly row: TargetRow;
  readonly now: Decimal;
  readonly target: Decimal;
  readonly measure: ProjectMeasure;
  readonly projects: readonly OutlookProject[];
}

const chanceInput = (
  { row, now, target, projects }: TargetBasis,
  { as_of, exposures }: OutlookInput,
): ChanceInput => ({
  as_of,
  exposures,
  now,
  target,
  deadline: row.deadline,
  projects: sumProjects(projects),
  is_yearly: row.kind === 'annual_flow',
});
const isOpen = ({ now, target }: TargetBasis): boolean => compareDecimal(target, now) > 0;

/** The range and the chance of a target under a scenario. */
function makeProjectScenario(
  basis: TargetBasis,
  scenario: OutlookScenario,
  input: OutlookInput,
): TargetScenario | undefined {
  const { pace_months: _, ...changed } = scenario;
  if (Object.keys(changed).length === 0) return undefined;
  const projects = applyScenario(basis.projects, basis.measure, scenario);
  const { row, now, target } = basis;
  return {
    range: makeRange({ now, target, deadline: row.deadline, projects, mapping: input.mapping }),
    ...compact({
      chance: isOpen(basis)
        ? makeChance(chanceInput({ ...basis, projects }, input), scenario)
        : undefined,
    }),
  };
}

/**
 * Makes the outlook of a target to which projects add nothing: only the months of its pace can
 * change.
 */
function makePaceOutlook(row: TargetRow, { scenario }: OutlookInput): TargetOutlook {
  const sensitivity = row.verdict === 'met' ? [] : listPaceSensitivity(row);
  const months = scenario?.pace_months;
  const pace = months === undefined ? undefined : makePaceScenario(row, months);
  return {
    row,
    ...compact({
      sensitivity: sensitivity.length === 0 ? undefined : sensitivity,
      scenario: pace === undefined ? undefined : { pace },
    }),
  };
}

function makeTargetOutlook(row: TargetRow, input: OutlookInput): TargetOutlook {
  const measure = findProjectMeasure(row, input.base_currency);
  if (measure === undefined) return makePaceOutlook(row, input);
  const own = input.measures[measure];
  const refusal = findRefusal(row, own, input);
  const { target } = row;
  if (refusal !== undefined || row.now === undefined || target === undefined)
    return { row, measure, ...compact({ refused: refusal }) };
  const { projects } = own;
  const now = row.now.value;
  const basis = { row, now, target, measure, projects };
  const { mapping, scenario } = input;
  const inputOfChance = isOpen(basis) ? chanceInput(basis, input) : undefined;
  return {
    row,
    measure,
    range: makeRange({ now, target, deadline: row.deadline, projects, mapping }),
    ...compact({
      fewest: findFewest(now, target, projects),
      chance: inputOfChance === undefined ? undefined : makeChance(inputOfChance),
      sensitivity: inputOfChance === undefined ? undefined : listChanceSensitivity(inputOfChance),
      scenario: scenario === undefined ? undefined : makeProjectScenario(basis, scenario, input),
    }),
  };
}

function findMissingCodes(
  scenario: OutlookScenario,
  measures: OutlookInput['measures'],
): readonly string[] {
  const missing = new Set(scenario.without ?? []);
  if (missing.size > 0) for (const { code } of measures.jobs.projects) missing.delete(code);
  return [...missing];
}

/** Makes the outlook of all targets in force, and of a scenario beside it. */
export function makeOutlook(input: OutlookInput): Outlook {
  const { as_of, revision, first_known_day, projects, rows, scenario, measures } = input;
  return {
    as_of,
    revision,
    ...compact({
      first_known_day,
      projects,
      scenario:
        scenario === undefined
          ? undefined
          : { ...scenario, not_found: findMissingCodes(scenario, measures) },
    }),
    targets: rows.map((row) => makeTargetOutlook(row, input)),
  };
}
