import type { Project } from '#domain/projects/project.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { measures } from '#domain/projects/project.ts';
import type { WithholdableField } from '#domain/zone/rights/redistribution.ts';
import type { ProjectWithEvents } from '#server/projects/register/page-store.ts';
import type { DocumentScope } from './document-scope.ts';
import type { FileColumn, FileRow, ProjectTable, ReadyTable } from './table.ts';

const isMeasure = (field: string): boolean => measures.some((measure) => measure === field);

/** A project without the facts that may not be redistributed. */
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

/** A project as files of data have it. */
export function withhold(
  one: ProjectWithEvents,
  { overview }: Pick<DocumentScope, 'overview'>,
): ProjectWithEvents {
  const fields = overview.zone.withheld?.fields ?? [];
  return fields.length === 0
    ? one
    : { ...one, project: withoutFacts(one.project, new Set(fields)) };
}

/** Whether a column holds a fact: by its id, its measure, or that of the amount whose unit it has. */
function holdsField(
  column: FileColumn,
  columns: readonly FileColumn[],
  fields: ReadonlySet<string>,
): boolean {
  const { id } = column;
  const fieldOf = ({ id: own, measure }: FileColumn): string => measure ?? columnField[own] ?? own;
  if (fields.has(fieldOf(column))) return true;
  const of = columns.filter(({ unit_in, kind }) => kind === 'amount' && unit_in === id);
  if (of.length > 0 && of.every((amount) => fields.has(fieldOf(amount)))) return true;
  return (
    (isMeasure(id.replace(/_status$/, '')) && fields.has(id.replace(/_status$/, ''))) ||
    (fields.has('milestones') && /^(start|completion|op|full)_(base|plan|actual)$/.test(id))
  );
}
/** Columns whose id is not that of the fact that they hold. */
const columnField: Readonly<Record<string, WithholdableField>> = {
  investor_zh: 'investor',
  investor_ja: 'investor',
  investor_en: 'investor',
  other_columns: 'extra',
  from_total_investment: 'total_investment',
  to_total_investment: 'total_investment',
  paid_rate: 'paid_in',
  light: 'milestones',
  overdue_days: 'milestones',
  replans: 'milestones',
  year_plan: 'extra',
  month_done: 'extra',
  year_done: 'extra',
  of_year_plan: 'extra',
  event: 'extra',
  leader: 'extra',
};

type AnyTable = ProjectTable | ReadyTable;
/** A table without the columns of facts that may not be redistributed. */
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

/** A scope without the indicators that may not be redistributed, their targets and their plans. */
export function withholdScope(scope: DocumentScope): DocumentScope {
  const { profile, overview } = scope;
  const left = new Set(overview.zone.withheld?.indicators ?? []);
  if (left.size === 0) return scope;
  const isAvailable = ({ indicator }: { readonly indicator: string }): boolean =>
    !left.has(indicator);
  return {
    ...scope,
    left_out: profile.indicators.filter(({ id }) => left.has(id)),
    profile: {
      ...profile,
      indicators: profile.indicators.filter(({ id }) => !left.has(id)),
      targets: profile.targets.filter(isAvailable),
    },
    overview: { ...overview, targets: overview.targets.filter(isAvailable) },
  };
}

/** The values of the indicators that a scope has. */
export const keepIndicators = (
  observations: readonly Observation[],
  { profile }: Pick<DocumentScope, 'profile'>,
): readonly Observation[] =>
  observations.filter(({ indicator }) => profile.indicators.some(({ id }) => id === indicator));
