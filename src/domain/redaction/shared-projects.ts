import { compact } from '#domain/values/compact.ts';
import type { DataStatus, MissingReason } from '#domain/values/data-status.ts';
import type { Text } from '#domain/values/language.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { type Project, pickNamed, type NamedProject } from '#domain/projects/project.ts';
import { stages, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';
import { visibleList, sumKey, type ListContent, type VisibleList } from './list-amounts.ts';
import { isNamed } from './profile.ts';
import { isWithin, type RegisterCell } from './register-cells.ts';
import { selectAmounts } from './stage-groups.ts';

type Sums = Pick<StageTotals, 'count' | 'undisclosed' | 'amounts' | 'held_back'>;
export interface SharedProject extends NamedProject {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly industry?: string;
  /** Without amount and reason if the link shows no amounts. */
  readonly money?: WireMoney;
  readonly missing?: MissingReason;
}
/** A redacted list of projects: totals of the filtered projects, and the named ones. */
export interface SharedProjects {
  readonly data_status: DataStatus;
  readonly total: Sums;
  readonly stages: readonly (Sums & { readonly stage: StageOrUnknown })[];
  /** `industry` is omitted when it is unknown. */
  readonly industries?: readonly (Sums & { readonly industry?: string })[];
  /** Furthest stage first, so that the order discloses no amount; at most 240. */
  readonly items?: readonly SharedProject[];
  /** The number of named projects. */
  readonly named: number;
  /** The function zones of the filters. */
  readonly zones: readonly { readonly id: string; readonly name: Text }[];
}

/** Redacts a list of projects. `projects` has the filtered projects in named stages. */
export function redactProjectList(
  projects: readonly Project[],
  content: ListContent,
  { data_status, zones }: Pick<SharedProjects, 'data_status' | 'zones'>,
): SharedProjects {
  const { profile, keptCells, filters } = content;
  const cells = keptCells.filter((cell) => isWithin(filters, cell));
  const currencies = [...new Set(cells.flatMap(({ currency }) => currency ?? []))].sort();
  const visible = new Map(currencies.map((currency) => [currency, visibleList(currency, content)]));
  const sums = (own: readonly RegisterCell[], key: string): Sums =>
    toSums(
      own,
      (currency) => profile.amounts !== 'none' && visible.get(currency)?.sums.has(key) === true,
    );
  const order: readonly StageOrUnknown[] = [...[...stages].reverse(), 'unknown'];
  const industries = [...new Set(cells.map(({ industry }) => industry))].toSorted((a, b) =>
    (a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1,
  );
  return {
    data_status,
    total: sums(cells, sumKey('total')),
    stages: order.flatMap((stage) => {
      const own = cells.filter((cell) => cell.stage === stage);
      return own.length === 0 ? [] : [{ stage, ...sums(own, sumKey('stage', stage)) }];
    }),
    ...compact({
      industries: profile.sections.includes('industries')
        ? industries.map((industry) => ({
            ...compact({ industry }),
            ...sums(
              cells.filter((cell) => cell.industry === industry),
              sumKey('industry', industry),
            ),
          }))
        : undefined,
      items:
        profile.names === 'hidden'
          ? undefined
          : projects.flatMap((project) => makeItem(project, content, [...visible.values()])),
    }),
    named: cells.reduce(
      (count, cell) => count + (isNamed(profile, cell.stage) ? cell.count : 0),
      0,
    ),
    zones,
  };
}

function toSums(cells: readonly RegisterCell[], may: (currency: string) => boolean): Sums {
  const minor = new Map<string, bigint>();
  for (const cell of cells)
    if (cell.currency !== undefined)
      minor.set(cell.currency, (minor.get(cell.currency) ?? 0n) + cell.minor);
  const amounts = [...minor]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ currency, minor: String(sum) }));
  const count = (test: (cell: RegisterCell) => boolean): number =>
    cells.filter(test).reduce((sum, cell) => sum + cell.count, 0);
  return {
    count: count(() => true),
    undisclosed: count(({ currency }) => currency === undefined),
    ...selectAmounts(amounts, may),
  };
}

function makeItem(
  { stage, status, industry, amounts, ...project }: Project,
  { profile }: ListContent,
  lists: readonly VisibleList[],
): SharedProject[] {
  if (!isNamed(profile, stage)) return [];
  const hasAmount =
    profile.amounts === 'all' && !lists.some(({ withheldStages }) => withheldStages.has(stage));
  const { money, missing } = amounts.total_investment ?? { missing: 'not_reported' as const };
  return [
    {
      ...pickNamed(project),
      stage,
      status,
      ...compact({
        industry:
          industry === undefined || !profile.sections.includes('industries') ? undefined : industry,
        money: money === undefined || !hasAmount ? undefined : money,
        missing: missing === undefined || !hasAmount ? undefined : missing,
      }),
    },
  ];
}
