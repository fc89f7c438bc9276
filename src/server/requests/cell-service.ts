import { resolveWithheld } from '#domain/zone/rights/resolve-withheld.ts';
import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import {
  cellKey,
  findMeasureField,
  findMilestoneField,
  type RequestCell,
  type RequestField,
} from '#domain/requests/request.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { compact } from '#domain/values/compact.ts';
import { addMonths, monthEnd, type Month } from '#domain/values/date.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { isYearToDate, type Indicator, type Observation } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Source } from '#server/db/db.ts';
import { batches } from '#server/db/versions.ts';
import { timelines, type KnownProject } from '#server/projects/history/history-store.ts';
import { readFactsHeld } from '#server/projects/history/next-timeline-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';

/** The head of a cell on a page. */
export interface CellHead {
  readonly key: string;
  readonly field?: RequestField;
  readonly project?: string;
  readonly indicator?: Indicator['name'];
  readonly cumulation?: NonNullable<Indicator['cumulation']>;
  readonly is_year_to_date?: true;
  readonly unit?: string;
  readonly power?: number;
  readonly last?: string;
  readonly planned?: string;
}

/** The projects and indicators to which cells of requests refer. */
export interface CellRegister {
  readonly profile: ZoneProfile;
  readonly projects: ReadonlyMap<string, KnownProject>;
  readonly observations: readonly Observation[];
}

/** Reads the projects and the values of the indicators of some cells, and nothing else. */
export async function readCellRegister(
  source: Source,
  { origin, profile }: { readonly origin: Origin; readonly profile: ZoneProfile },
  cells: readonly RequestCell[],
): Promise<CellRegister> {
  const codes = [...new Set(cells.flatMap((cell) => ('code' in cell ? [cell.code] : [])))];
  const ids = [...new Set(cells.flatMap((cell) => ('indicator' in cell ? [cell.indicator] : [])))];
  const projects = new Map<string, KnownProject>();
  for (const some of batches(codes, 200))
    for (const [code, value] of await timelines(source, origin, some)) projects.set(code, value);
  const observations: Observation[] = [];
  for (const indicator of ids)
    observations.push(...(await listObservations(source, { origin, indicator })));
  return { profile, projects, observations };
}

const readMoney = (facts: ProjectFacts, field: RequestField) => {
  const measure = findMeasureField(field);
  return measure === undefined ? undefined : facts.amounts[measure]?.money;
};

type ProjectCell = Extract<RequestCell, { code: string }>;

function headOfProject(
  { profile, projects }: CellRegister,
  { code, field, currency }: ProjectCell,
  month: Month,
): CellHead | undefined {
  const timeline = projects.get(code)?.timeline;
  const now = timeline?.at(-1)?.facts;
  if (timeline === undefined || now === undefined) return undefined;
  const before = readFactsHeld(timeline, monthEnd(addMonths(month, -1)))?.facts;
  const head = { key: cellKey({ code, field }), field, project: now.name };
  const milestone = findMilestoneField(field);
  if (milestone !== undefined) {
    const planned = now.milestones.find(({ type }) => type === milestone)?.plan;
    return { ...head, ...compact({ planned }) };
  }
  if (field === 'jobs_actual')
    return { ...head, unit: 'jobs', ...compact({ last: before?.jobs_actual?.toString() }) };
  const money = readMoney(now, field) ?? now.amounts.total_investment?.money;
  const unit = currency ?? money?.currency ?? profile.base_currency;
  const last = writeFact(before, { code, field, currency: unit });
  return { ...head, unit, ...compact({ last }) };
}

/**
 * Writes the value of a fact that a cell requests: a number, or the day of a milestone.
 * @returns undefined also for an amount in another currency than the cell's
 */
function writeFact(
  facts: ProjectFacts | undefined,
  { field, currency }: ProjectCell,
): string | undefined {
  if (field === 'jobs_actual') return facts?.jobs_actual?.toString();
  const milestone = findMilestoneField(field);
  if (milestone !== undefined)
    return facts?.milestones.find(({ type }) => type === milestone)?.actual;
  const money = facts && readMoney(facts, field);
  return money === undefined || money.currency !== (currency ?? money.currency)
    ? undefined
    : toMajor(fromWire(money));
}

/**
 * Finds the stored value that an accepted answer replaces: that of the month, or of a project one
 * that is newer than the month before.
 * @returns a number in units of the cell, or the day of a milestone; undefined if there is none
 */
export function findReplacedValue(
  { projects, observations }: CellRegister,
  cell: RequestCell,
  month: Month,
): string | undefined {
  if ('indicator' in cell)
    return observations.find(
      ({ indicator, period }) => indicator === cell.indicator && period === month,
    )?.value;
  const timeline = projects.get(cell.code)?.timeline ?? [];
  const before = readFactsHeld(timeline, monthEnd(addMonths(month, -1)))?.facts;
  const value = writeFact(timeline.at(-1)?.facts, cell);
  return value === writeFact(before, cell) ? undefined : value;
}

const noneWithheld: WithheldData = { fields: [], indicators: [] };
/** Finds the fact of a project that a cell requests. */
const findFact = (field: RequestField): string =>
  findMilestoneField(field) === undefined ? (findMeasureField(field) ?? field) : 'milestones';

/**
 * Removes the present value of a cell if it may not be redistributed, since outsiders read the
 * page.
 */
function withoutWithheld(
  { profile, observations }: CellRegister,
  cell: RequestCell,
  { last, planned, ...head }: CellHead,
): CellHead {
  const { fields, indicators } = resolveWithheld(profile, observations) ?? noneWithheld;
  const isWithheld =
    'code' in cell
      ? fields.some((field) => field === findFact(cell.field))
      : indicators.includes(cell.indicator);
  return isWithheld ? head : { ...head, ...compact({ last, planned }) };
}

/** Describes a cell. @returns undefined if its project or indicator no longer exists */
export function describeCell(
  register: CellRegister,
  cell: RequestCell,
  month: Month,
): CellHead | undefined {
  const head = makeHead(register, cell, month);
  return head === undefined ? undefined : withoutWithheld(register, cell, head);
}

/** Fixes the currency in which an amount is asked for: that of the project, else of the zone. */
export function fixCurrency(register: CellRegister, cell: RequestCell, month: Month): RequestCell {
  if ('indicator' in cell) return cell;
  const { code, field } = cell;
  const isMoney = findMeasureField(field) !== undefined;
  const currency = isMoney ? headOfProject(register, { code, field }, month)?.unit : undefined;
  return { code, field, ...compact({ currency }) };
}

function makeHead(register: CellRegister, cell: RequestCell, month: Month): CellHead | undefined {
  if ('code' in cell) return headOfProject(register, cell, month);
  const indicator = register.profile.indicators.find(({ id }) => id === cell.indicator);
  if (indicator === undefined) return undefined;
  const before = addMonths(month, -1);
  const last = register.observations.find(
    (one) => one.indicator === indicator.id && one.period === before,
  )?.value;
  return {
    key: cellKey(cell),
    indicator: indicator.name,
    unit: indicator.unit,
    ...compact({
      cumulation: indicator.cumulation,
      power: indicator.power,
      last,
      is_year_to_date: isYearToDate(indicator) ? (true as const) : undefined,
    }),
  };
}
