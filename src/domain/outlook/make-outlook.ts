import { compact } from '#domain/values/compact.ts';
import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import type { Currency } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { restOnDefaults } from './chance/stage-rates.ts';
import { splitProjects } from './sums/chance-projects.ts';
import { makeChance, type ChanceInput, type StageExposures } from './make-chance.ts';
import { findFewest, makeRange, type RangeInput } from './make-range.ts';
import type { Outlook, OutlookRefusal, TargetOutlook, TargetScenario } from './outlook.ts';
import type { OutlookProject, ProjectMeasure } from './outlook-project.ts';
import { makePaceScenario } from './scenario/pace-scenario.ts';
import type { OutlookScenario } from './scenario/scenario.ts';
import { listChanceSensitivity, listPaceSensitivity } from './scenario/sensitivity.ts';
import { countProjects, type MeasureSums, sumProjects } from './sums/measure-sums.ts';
import { changeByScenario } from './sums/scenario-sums.ts';
import { outputIndicators } from '#domain/zone/templates/output-indicators.ts';

/** The contributions of the projects of the register to one measure. */
export interface MeasureProjects {
  readonly projects: readonly OutlookProject[];
  /** Other currencies of amounts than the zone's, sorted. With one of them there is no sum. */
  readonly other_currencies: readonly Currency[];
}
/** What an outlook reads beside projects. */
export interface OutlookFrame {
  readonly as_of: IsoDate;
  readonly revision: number;
  readonly rows: readonly TargetRow[];
  readonly mapping: StageMapping;
  readonly exposures: StageExposures;
  /** The number of active projects in the register. Omitted if it is unknown. */
  readonly projects?: number;
  readonly first_known_day?: IsoDate;
  readonly base_currency: string;
  /** The indicators of all jobs of the zone. Omitted: every indicator of jobs. */
  readonly jobs_indicators?: readonly string[];
  readonly scenario?: OutlookScenario;
}
export interface OutlookInput extends OutlookFrame {
  readonly measures: Readonly<Record<ProjectMeasure, MeasureProjects>>;
}

/** The sums of the contributions of projects to one measure. */
export interface MeasureBasis {
  readonly sums: MeasureSums;
  /** The projects that the scenario leaves out, as far as the register has them. */
  readonly excluded: readonly OutlookProject[];
  /** Other currencies of amounts than the zone's, sorted. With one of them there is no sum. */
  readonly other_currencies: readonly Currency[];
}
/** The input of an outlook with sums instead of projects: its size depends on no register. */
export interface SummedInput extends OutlookFrame {
  readonly measures: Readonly<Record<ProjectMeasure, MeasureBasis>>;
}

/** What decides by which measure projects add to a target. */
type MeasureRules = Pick<OutlookFrame, 'base_currency' | 'jobs_indicators'>;

/**
 * Finds the measure by which projects add to a target: all jobs, or output in the zone's currency.
 * The planned jobs of a project are a level, and no amount of one year.
 * @returns undefined for any other target: projects are never counted as companies
 */
export function findProjectMeasure(
  { indicator, kind, unit, comparator }: TargetRow,
  { base_currency, jobs_indicators }: MeasureRules,
): ProjectMeasure | undefined {
  if (kind === 'qualitative' || comparator === '<' || comparator === '<=') return undefined;
  if (unit === 'jobs')
    return kind === 'annual_flow' || jobs_indicators?.includes(indicator) === false
      ? undefined
      : 'jobs';
  return outputIndicators.includes(indicator) && unit === base_currency ? 'output' : undefined;
}

/** Whether one of these targets depends on the projects of the register. */
export const dependOnProjects = (rows: readonly TargetRow[], rules: MeasureRules): boolean =>
  rows.some((row) => findProjectMeasure(row, rules) !== undefined);

function findRefusal(
  { now, target, verdict, deadline }: TargetRow,
  { sums, other_currencies }: MeasureBasis,
  { as_of, projects: count }: Pick<OutlookFrame, 'as_of' | 'projects'>,
): OutlookRefusal | undefined {
  if (verdict === 'met') return 'met';
  if (as_of > deadline) return 'deadline_passed';
  if (now === undefined || target === undefined) return 'no_value';
  if (other_currencies.length > 0) return 'two_currencies';
  const { amountCount, unknownCount } = countProjects(sums);
  if (amountCount + unknownCount === 0)
    return count === undefined ? 'projects_unknown' : 'no_projects';
  return amountCount === 0 ? 'no_amounts' : undefined;
}

/** A target with the sums of its projects. */
interface TargetBasis {
  readonly row: TargetRow;
  readonly now: Decimal;
  readonly target: Decimal;
  readonly measure: ProjectMeasure;
  readonly sums: MeasureSums;
}

const chanceInput = (
  { row, now, target, sums }: TargetBasis,
  { as_of, exposures }: OutlookFrame,
): ChanceInput => ({
  as_of,
  exposures,
  now,
  target,
  deadline: row.deadline,
  projects: splitProjects(sums),
  is_yearly: row.kind === 'annual_flow',
});
const rangeInput = (
  { row, now, target, sums }: TargetBasis,
  { as_of, mapping }: OutlookFrame,
): RangeInput => ({
  as_of,
  now,
  target,
  deadline: row.deadline,
  is_yearly: row.kind === 'annual_flow',
  sums,
  mapping,
});
const isOpen = ({ now, target }: TargetBasis): boolean => compareDecimal(target, now) > 0;

/**
 * Makes the input of a chance.
 * @returns undefined if nothing is missing; a refusal if all rates would be defaults
 */
function findChanceInput(
  basis: TargetBasis,
  frame: OutlookFrame,
): ChanceInput | 'default_rates' | undefined {
  if (!isOpen(basis)) return undefined;
  const input = chanceInput(basis, frame);
  const { largest, others } = input.projects;
  const stages = [...largest, ...others].map(({ stage }) => stage);
  return restOnDefaults(stages, input.exposures) ? 'default_rates' : input;
}

/** The range and the chance of a target under a scenario. */
function makeProjectScenario(
  basis: TargetBasis,
  scenario: OutlookScenario,
  input: SummedInput,
): TargetScenario | undefined {
  const { pace_months: _, ...changed } = scenario;
  if (Object.keys(changed).length === 0) return undefined;
  const { measure } = basis;
  const sums = changeByScenario(basis.sums, measure, scenario, input.measures[measure].excluded);
  const chance = findChanceInput({ ...basis, sums }, input);
  return {
    range: makeRange(rangeInput({ ...basis, sums }, input)),
    ...compact({ chance: typeof chance === 'object' ? makeChance(chance, scenario) : undefined }),
  };
}

/**
 * Makes the outlook of a target to which projects add nothing: only the months of its pace can
 * change.
 */
function makePaceOutlook(row: TargetRow, { scenario }: OutlookFrame): TargetOutlook {
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

function makeTargetOutlook(row: TargetRow, input: SummedInput): TargetOutlook {
  const measure = findProjectMeasure(row, input);
  if (measure === undefined) return makePaceOutlook(row, input);
  const own = input.measures[measure];
  const refusal = findRefusal(row, own, input);
  const { target } = row;
  if (refusal !== undefined || row.now === undefined || target === undefined)
    return {
      row,
      measure,
      ...compact({
        refused: refusal,
        currencies:
          refusal === 'two_currencies' ? [input.base_currency, ...own.other_currencies] : undefined,
      }),
    };
  const { sums } = own;
  const now = row.now.value;
  const basis = { row, now, target, measure, sums };
  const { scenario } = input;
  const chance = findChanceInput(basis, input);
  return {
    row,
    measure,
    range: makeRange(rangeInput(basis, input)),
    ...compact({
      fewest: findFewest(now, target, sums),
      chance: typeof chance === 'object' ? makeChance(chance) : undefined,
      sensitivity: typeof chance === 'object' ? listChanceSensitivity(chance) : undefined,
      refused: typeof chance === 'object' ? undefined : chance,
      scenario: scenario === undefined ? undefined : makeProjectScenario(basis, scenario, input),
    }),
  };
}

function findMissingCodes(
  scenario: OutlookScenario,
  { jobs }: SummedInput['measures'],
): readonly string[] {
  const codes = new Set(jobs.excluded.map(({ code }) => code));
  return [...new Set(scenario.without ?? [])].filter((code) => !codes.has(code));
}

/**
 * Makes the outlook of all targets in force, and of a scenario beside it, from the sums of their
 * projects.
 */
export function makeSummedOutlook(input: SummedInput): Outlook {
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

/** Makes the outlook of all targets in force, and of a scenario beside it. */
export function makeOutlook({ measures, ...input }: OutlookInput): Outlook {
  const without = new Set(input.scenario?.without ?? []);
  const toBasis = ({ projects, other_currencies }: MeasureProjects): MeasureBasis => ({
    sums: sumProjects(projects),
    excluded: projects.filter(({ code }) => without.has(code)),
    other_currencies,
  });
  return makeSummedOutlook({
    ...input,
    measures: { jobs: toBasis(measures.jobs), output: toBasis(measures.output) },
  });
}
