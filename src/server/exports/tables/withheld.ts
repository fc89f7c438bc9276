import type { Project } from '#domain/projects/project.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { measures } from '#domain/projects/project.ts';
import { type WithholdableField, withholdableFields } from '#domain/zone/rights/redistribution.ts';
import type { ProjectWithEvents } from '#server/projects/register/page-store.ts';
import type { DocumentScope } from './document-scope.ts';
import type { FileColumn, FileRow, ProjectTable, ReadyTable } from './table.ts';

const isMeasure = (field: string): boolean => measures.some((measure) => measure === field);

/** Removes facts that may not be redistributed from a project. */
function withoutFacts(project: Project, fields: ReadonlySet<WithholdableField>): Project {
  const visibleEntries = Object.entries(project).filter(
    ([key]) =>
      !fields.has(key as WithholdableField) &&
      !(key === 'investor_names' && fields.has('investor')),
  );
  const amounts = Object.entries(project.amounts).filter(
    ([measure]) => !fields.has(measure as WithholdableField),
  );
  return {
    ...(Object.fromEntries(visibleEntries) as unknown as Project),
    amounts: Object.fromEntries(amounts),
    milestones: fields.has('milestones') ? [] : project.milestones,
  };
}

/** Converts a project for files of data: without the facts that may not be redistributed. */
export function withhold(
  one: ProjectWithEvents,
  { overview }: Pick<DocumentScope, 'overview'>,
): ProjectWithEvents {
  const fields = overview.zone.withheld?.fields ?? [];
  return fields.length === 0
    ? one
    : { ...one, project: withoutFacts(one.project, new Set(fields)) };
}

const milestoneDate = /^(start|completion|op|full)_(base|plan|actual)$/;
const isWithholdable = (id: string): id is WithholdableField =>
  withholdableFields.some((field) => field === id);

/**
 * Finds the fact that a column holds.
 * @returns null for a column that always stays, undefined if the lists below lack it
 */
function findField({ id, measure }: FileColumn): WithholdableField | null | undefined {
  if (measure !== undefined) return measure;
  if (isWithholdable(id)) return id;
  if (staying.has(id)) return null;
  if (Object.hasOwn(columnField, id)) return columnField[id];
  const amount = id.replace(/_(status|currency)$/, '');
  if (isMeasure(amount) && isWithholdable(amount)) return amount;
  return milestoneDate.test(id) ? 'milestones' : undefined;
}

/** Lists the columns that no list assigns to a fact. A test requires that there are none. */
export const undecidedColumns = ({ columns }: Pick<AnyTable, 'columns'>): readonly string[] =>
  columns.flatMap((column) =>
    findField(column) === undefined && amountsIn(column, columns).length === 0 ? [column.id] : [],
  );

/** Lists the amount columns whose currency is in a column. */
const amountsIn = ({ id }: FileColumn, columns: readonly FileColumn[]): readonly FileColumn[] =>
  columns.filter(({ unit_in, kind }) => kind === 'amount' && unit_in === id);

/** Whether a column holds one of these facts, itself or as the currency of amounts. */
function holdsField(
  column: FileColumn,
  columns: readonly FileColumn[],
  fields: ReadonlySet<string>,
): boolean {
  const isHeld = (one: FileColumn): boolean => fields.has(findField(one) ?? '');
  if (isHeld(column)) return true;
  const of = amountsIn(column, columns);
  return of.length > 0 && of.every(isHeld);
}
/** Columns that always stay. */
const staying: ReadonlySet<string> = new Set([
  ...[
    'number',
    'content',
    'code',
    'name',
    'name_zh',
    'name_ja',
    'name_en',
    'data_status',
    'register_as_of',
  ],
  ...['stage', 'stage_since', 'from_stage', 'to_stage', 'word', 'moved_back', 'last_update'],
  ...['status', 'status_date', 'status_reason', 'status_reason_code', 'from_status', 'to_status'],
  ...['first_contact_date', 'negotiation_date', 'signed_date', 'registered_date', 'signed_on'],
  ...[
    'is_registered',
    'is_started',
    'is_operating',
    'event_kind',
    'sequence',
    'event_value',
    'reason',
  ],
  ...['declared_status', 'declared_on', 'declared_until'],
  ...[
    'event_date',
    'move_date',
    'date_basis',
    'date_by',
    'counts_from',
    'reason_code',
    'moves',
    'compared_with',
  ],
]);
/** The facts of columns whose id differs from that of the fact. */
const columnField: Readonly<Record<string, WithholdableField>> = {
  investor_zh: 'investor',
  investor_ja: 'investor',
  investor_en: 'investor',
  other_columns: 'extra',
  computed_status: 'milestones',
  declared_reason: 'issue_text',
  declared_by: 'owner',
  raised_on: 'issue_text',
  due_on: 'issue_text',
  issue_state: 'issue_text',
  closed_on: 'issue_text',
  severity: 'issue_text',
  outcome: 'issue_text',
  from_total_investment: 'total_investment',
  to_total_investment: 'total_investment',
  paid_rate: 'paid_in',
  light: 'milestones',
  overdue_days: 'milestones',
  replans: 'milestones',
  unit_in_charge: 'unit',
  year_plan: 'extra',
  month_done: 'extra',
  year_done: 'extra',
  of_year_plan: 'extra',
  event: 'extra',
  leader: 'extra',
};

type AnyTable = ProjectTable | ReadyTable;
/** Removes the columns of facts that may not be redistributed from a table. */
export function withoutColumns<T extends AnyTable>(
  table: T,
  { overview }: Pick<DocumentScope, 'overview'>,
): T {
  const fields = new Set<string>(overview.zone.withheld?.fields ?? []);
  if (fields.size === 0) return table;
  const positions = table.columns.flatMap((column, at) =>
    holdsField(column, table.columns, fields) ? [] : [at],
  );
  const pick = (row: FileRow): FileRow => positions.map((at) => row[at] ?? null);
  const columns = positions.flatMap((at) => table.columns[at] ?? []);
  return 'rows' in table
    ? { ...table, columns, rows: table.rows.map(pick) }
    : {
        ...table,
        columns,
        makeRows: (project: ProjectWithEvents, number: number) =>
          table.makeRows(project, number).map(pick),
      };
}

/**
 * Removes the indicators that may not be redistributed, with their targets and plans, from a scope.
 */
export function withholdScope(scope: DocumentScope): DocumentScope {
  const { profile, overview } = scope;
  const withheldIndicators = new Set(overview.zone.withheld?.indicators ?? []);
  if (withheldIndicators.size === 0) return scope;
  const isAvailable = ({ indicator }: { readonly indicator: string }): boolean =>
    !withheldIndicators.has(indicator);
  return {
    ...scope,
    left_out: profile.indicators.filter(({ id }) => withheldIndicators.has(id)),
    profile: {
      ...profile,
      indicators: profile.indicators.filter(({ id }) => !withheldIndicators.has(id)),
      targets: profile.targets.filter(isAvailable),
    },
    overview: { ...overview, targets: overview.targets.filter(isAvailable) },
  };
}

/** Keeps the values of indicators that a scope has. */
export const keepIndicators = (
  observations: readonly Observation[],
  { profile }: Pick<DocumentScope, 'profile'>,
): readonly Observation[] =>
  observations.filter(({ indicator }) => profile.indicators.some(({ id }) => id === indicator));
