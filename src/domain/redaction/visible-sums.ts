import { hasCurrency } from '#domain/values/money.ts';
import { groupStep } from '#domain/changes/bridge-steps.ts';
import { stageGroup, type StageOrUnknown } from '#domain/projects/stage.ts';
import { isSummed } from './bridge-cells.ts';
import { isWithin, type ListFilters } from './register-cells.ts';
import type { ProjectOnDay, VisibleSum } from './project-on-day.ts';
import { chartSums, type VisibleChart } from './visible-chart-sums.ts';
import type { SharedOverview } from './shared-overview.ts';
import type { SharedPipeline } from './shared-pipeline.ts';
import type { SharedProjects } from './shared-projects.ts';
import type { SharedRegisterChanges } from './shared-register-changes.ts';

/**
 * The content of a link and the register behind it, on its day and on the compared day. Excluded
 * projects are in it.
 */
export interface LinkContent {
  readonly overview: SharedOverview;
  readonly pipeline?: SharedPipeline;
  readonly changes?: SharedRegisterChanges;
  readonly projects?: SharedProjects;
  /** Its breakdown. Undefined for other charts. */
  readonly chart?: VisibleChart;
  /** The other side of its comparison, on the same day or on the day before. */
  readonly compared?: VisibleChart & { readonly on: 'day' | 'before' };
  readonly filters: ListFilters;
  readonly without: readonly string[];
  readonly day: readonly ProjectOnDay[];
  readonly before: readonly ProjectOnDay[];
}
type Amounts = readonly { readonly currency: string }[];
type Test = (project: ProjectOnDay) => boolean;

const addUp = (of: readonly ProjectOnDay[], less: readonly ProjectOnDay[] = []): VisibleSum => ({
  kind: 'sum',
  of,
  less,
});
const listEach = (of: readonly ProjectOnDay[]): VisibleSum => ({ kind: 'each', of, less: [] });

/** Lists all amounts of one currency that a link shows. */
export function visibleSums(link: LinkContent, currency: string): VisibleSum[] {
  const inCurrency = (list: readonly ProjectOnDay[]): readonly ProjectOnDay[] =>
    list.filter((one) => one.currency === currency);
  const out = new Set(link.without);
  const [day, before] = [inCurrency(link.day), inCurrency(link.before)];
  const includedProjects = day.filter(({ code }) => !out.has(code));
  const includedBefore = before.filter(({ code }) => !out.has(code));
  const { chart, compared } = link;
  return [
    ...overviewSums(link, currency, includedProjects, day),
    ...listSums(link, currency, includedProjects),
    ...(chart === undefined ? [] : chartSums(chart, currency, includedProjects)),
    ...(compared === undefined
      ? []
      : chartSums(compared, currency, compared.on === 'day' ? includedProjects : includedBefore)),
    ...bridgeSums(link, currency, includedProjects, includedBefore),
  ];
}

function overviewSums(
  { overview, pipeline }: LinkContent,
  currency: string,
  projects: readonly ProjectOnDay[],
  day: readonly ProjectOnDay[],
): VisibleSum[] {
  const has = (amounts: Amounts): boolean => hasCurrency(amounts, currency);
  const mapping = overview.stage_mapping;
  const group =
    (name: string): Test =>
    ({ stage, status }) =>
      status === 'active' && stageGroup(stage, status, mapping) === name;
  const at =
    (stage: StageOrUnknown): Test =>
    (one) =>
      one.status === 'active' && one.stage === stage;
  const dots = new Set([
    ...(overview.strip?.groups ?? []).flatMap(({ rows }) =>
      rows.flatMap((row) => row.dots.flatMap((dot) => (dot.money ? [dot.code] : []))),
    ),
    ...(overview.established ?? []).flatMap(({ code, money }) => (money ? [code] : [])),
  ]);
  const { established_investment: total, established_sums: sums = [] } = overview.headline ?? {};
  return [
    ...(dots.size === 0 ? [] : [listEach(projects.filter(({ code }) => dots.has(code)))]),
    ...(overview.strip?.groups ?? []).flatMap(({ amounts, rows }) => [
      ...(has(amounts)
        ? [
            addUp(
              projects.filter(
                (one) => one.status === 'active' && rows.some(({ stage }) => stage === one.stage),
              ),
            ),
          ]
        : []),
      ...rows.flatMap((row) => (has(row.amounts) ? [addUp(projects.filter(at(row.stage)))] : [])),
    ]),
    ...(pipeline?.stages ?? []).flatMap((row) =>
      has(row.amounts) ? [addUp(projects.filter(at(row.stage)))] : [],
    ),
    ...(pipeline?.pipeline !== undefined && has(pipeline.pipeline.amounts)
      ? [addUp(projects.filter(group('pipeline')))]
      : []),
    ...[total, ...sums].flatMap((figure): VisibleSum[] => {
      if (figure?.unit !== currency) return [];
      return figure.source === undefined
        ? [addUp(projects.filter(group('established')))]
        : [{ kind: 'fact', of: day.filter(group('established')), less: [] }];
    }),
  ];
}

function listSums(
  { projects, filters }: LinkContent,
  currency: string,
  visibleProjects: readonly ProjectOnDay[],
): VisibleSum[] {
  if (projects === undefined) return [];
  const listedProjects = visibleProjects.filter((one) => isWithin(filters, one));
  const codesWithAmount = new Set(
    (projects.items ?? []).flatMap(({ code, money }) => (money ? [code] : [])),
  );
  const listTestedSums = (amounts: Amounts, test: Test): VisibleSum[] =>
    hasCurrency(amounts, currency) ? [addUp(listedProjects.filter(test))] : [];
  return [
    ...listTestedSums(projects.total.amounts, () => true),
    ...projects.stages.flatMap(({ stage, amounts }) =>
      listTestedSums(amounts, (one) => one.stage === stage),
    ),
    ...(projects.industries ?? []).flatMap(({ industry, amounts }) =>
      listTestedSums(amounts, (one) => one.industry === industry),
    ),
    ...(codesWithAmount.size === 0
      ? []
      : [listEach(listedProjects.filter(({ code }) => codesWithAmount.has(code)))]),
  ];
}

function bridgeSums(
  { overview, changes }: LinkContent,
  currency: string,
  now: readonly ProjectOnDay[],
  before: readonly ProjectOnDay[],
): VisibleSum[] {
  if (changes === undefined) return [];
  const mapping = overview.stage_mapping;
  const [was, is] = [before, now].map(
    (list) => new Map(list.map((one) => [one.code, one] as const)),
  );
  const findGroup = (one: ProjectOnDay | undefined): string | undefined =>
    one && stageGroup(one.stage, one.status, mapping);
  const [from, to] = [(code: string) => was?.get(code), (code: string) => is?.get(code)];
  const listCodes = (side: 'from' | 'to'): Set<string> =>
    new Set(
      (changes.moves ?? []).flatMap((move) =>
        move[side]?.money?.currency === currency ? [move.code] : [],
      ),
    );
  const [codesBefore, codesNow] = [listCodes('from'), listCodes('to')];
  const steps = (changes.bridge?.groups ?? []).flatMap(({ group, steps: list }) =>
    list.flatMap(({ kind, held_back = [] }): VisibleSum[] => {
      if (!isSummed(kind) || held_back.includes(currency)) return [];
      if (kind === 'closing') return [addUp(now.filter((one) => findGroup(one) === group))];
      if (kind === 'opening') return [addUp(before.filter((one) => findGroup(one) === group))];
      if (kind === 'revised') {
        const stays = ({ code }: ProjectOnDay): boolean =>
          findGroup(to(code)) === group &&
          ['established', 'pipeline'].includes(findGroup(from(code)) ?? '');
        return [addUp(now.filter(stays), before.filter(stays))];
      }
      const takes = ({ code }: ProjectOnDay): boolean =>
        groupStep(group, from(code), to(code), mapping) === kind;
      return [
        addUp(
          (kind === 'new' || kind === 'resumed' || kind === 'stage_set' ? now : before).filter(
            takes,
          ),
        ),
      ];
    }),
  );
  return [
    ...steps,
    ...(codesBefore.size === 0
      ? []
      : [listEach(before.filter(({ code }) => codesBefore.has(code)))]),
    ...(codesNow.size === 0 ? [] : [listEach(now.filter(({ code }) => codesNow.has(code)))]),
  ];
}
