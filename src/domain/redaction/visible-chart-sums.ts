import type { Breakdown, BreakdownGroup } from '#domain/analysis/breakdown.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import type { ProjectOnDay, VisibleSum } from './project-on-day.ts';

/** The fields by which a breakdown groups projects, as far as `ProjectOnDay` knows them. */
const chartFields = ['stage', 'industry', 'zone', 'country', 'prefecture'] as const;
type ChartField = (typeof chartFields)[number];
const isField = (name: string): name is ChartField => chartFields.some((one) => one === name);

/** A breakdown as a link shows it, and the projects within its filters. */
export interface VisibleChart {
  readonly breakdown: Breakdown;
  /** Alternatives of each field. */
  readonly filters: Readonly<Partial<Record<string, readonly string[]>>>;
}
type Test = (project: ProjectOnDay) => boolean;

/**
 * Whether a project belongs to a heading. The folded heading holds every project that no other
 * heading names.
 */
function isUnder(field: string, heading: Heading, all: readonly Heading[]): Test {
  if (!isField(field)) return () => true;
  const read = (project: ProjectOnDay): string => project[field] ?? '';
  if (heading.key !== undefined) return (project) => read(project) === heading.key;
  const keys = new Set(all.map(({ key }) => key));
  return (project) => !keys.has(read(project));
}

/**
 * Lists the amounts of planned investment in one currency that a breakdown shows. There are none if
 * the breakdown has another measure, or groups projects by a field that is unknown here.
 *
 * @param included - the projects that the link includes
 */
export function chartSums(
  { breakdown, filters }: VisibleChart,
  currency: string,
  included: readonly ProjectOnDay[],
): VisibleSum[] {
  const { measure, by, stack, parts, groups, total } = breakdown;
  const activeFilters = Object.entries(filters).filter(([, values]) => (values ?? []).length > 0);
  const fields = [
    by,
    ...(stack === 'none' ? [] : [stack]),
    ...activeFilters.map(([field]) => field),
  ];
  if (measure !== 'total_investment' || !fields.every(isField)) return [];
  const countedProjects = included.filter(
    (project) =>
      project.status === 'active' &&
      activeFilters.every(
        ([field, values]) => isField(field) && values?.includes(project[field] ?? ''),
      ),
  );
  const sumsOf = ({ cells, total: whole }: BreakdownGroup, test: Test): VisibleSum[] =>
    [
      { cell: whole, test },
      ...cells.map((cell, at) => {
        const isOf = isUnder(stack, parts[at] ?? {}, parts);
        return { cell, test: (one: ProjectOnDay) => test(one) && isOf(one) };
      }),
    ].flatMap(({ cell, test: holds }) =>
      cell.sums.some(({ unit }) => unit === currency)
        ? [{ kind: 'sum' as const, of: countedProjects.filter(holds), less: [] }]
        : [],
    );
  return [
    ...sumsOf(total, () => true),
    ...groups.flatMap((group) => sumsOf(group, isUnder(by, group, groups))),
  ];
}
