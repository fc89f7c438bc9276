import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { mostDots, redactSpread } from '#domain/projects/amount-spread.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDot, StageGroupTotals, StageTotals } from '#domain/projects/register-view.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import type { StageMapping, StageOrUnknown } from '#domain/projects/stage.ts';
import type { RedactionProfile } from './profile.ts';
import type { LinkCells } from './register-cells.ts';
import { visibleStageAmounts, type VisibleStageAmounts } from './stage-group-amounts.ts';

interface Rules {
  readonly profile: RedactionProfile;
  /** Whether projects of a stage are named. */
  readonly named: (stage: StageOrUnknown) => boolean;
  readonly mapping: StageMapping;
  readonly cells: LinkCells;
  readonly published: Figure | undefined;
}

/**
 * Redacts stages. It keeps counts, amounts that disclose no project, and single projects if the
 * link shows names and amounts.
 */
export function redactStageGroups(
  groups: readonly StageGroupTotals[],
  rules: Rules,
): StageGroupTotals[] {
  const { profile } = rules;
  const isListed = (row: StageTotals): boolean =>
    profile.amounts === 'all' && rules.named(row.stage);
  const currencies = [
    ...new Set(groups.flatMap(({ amounts }) => amounts.map(({ currency }) => currency))),
  ];
  const visible = new Map(
    currencies.map((currency) => [
      currency,
      visibleStageAmounts(currency, { ...rules, groups, listed: isListed }),
    ]),
  );
  const may = (test: (amounts: VisibleStageAmounts) => boolean) => (currency: string) => {
    const amounts = visible.get(currency);
    return profile.amounts !== 'none' && amounts !== undefined && test(amounts);
  };
  return groups.map(({ group, count, undisclosed, amounts, rows }) => ({
    group,
    count,
    undisclosed,
    ...selectAmounts(
      amounts,
      may((of) => of.groups.has(group)),
    ),
    rows: rows.map((row) => ({
      stage: row.stage,
      count: row.count,
      undisclosed: row.undisclosed,
      ...selectAmounts(
        row.amounts,
        may((of) => of.rows.has(row.stage)),
      ),
      ...listProjects(
        row,
        profile,
        isListed(row) &&
          row.amounts.every(({ currency }) => visible.get(currency)?.each.has(row.stage)),
      ),
    })),
  }));
}

/** Selects the amounts that may be shown, and the currencies of the withheld ones. */
export function selectAmounts(
  amounts: StageTotals['amounts'],
  may: (currency: string) => boolean,
): Pick<StageTotals, 'amounts' | 'held_back'> {
  const withheld = amounts.map(({ currency }) => currency).filter((currency) => !may(currency));
  return {
    amounts: amounts.filter(({ currency }) => may(currency)),
    ...compact({ held_back: withheld.length === 0 ? undefined : withheld }),
  };
}

/**
 * Single projects and their distribution, if the link shows the projects of a stage one by one. A
 * stage with more projects than dots has only its distribution, or neither.
 */
function listProjects(
  row: StageTotals,
  profile: RedactionProfile,
  each: boolean,
): Pick<StageTotals, 'dots' | 'spread' | 'spread_held_back'> {
  if (!each) return { dots: [] };
  const spread = row.spread === undefined ? undefined : redactSpread(row.spread);
  if (spread !== undefined) return { dots: listDots(row, profile), spread };
  if (row.count > mostDots)
    return {
      dots: [],
      ...compact({ spread_held_back: row.spread === undefined ? undefined : true }),
    };
  return { dots: listDots(row, profile) };
}

const listDots = (row: StageTotals, { sections }: RedactionProfile): ProjectDot[] =>
  row.dots.map(({ industry, money, missing, ...dot }) => ({
    ...pickNamed(dot),
    ...compact({
      industry: industry === undefined || !sections.includes('industries') ? undefined : industry,
      money,
      missing,
    }),
  }));

/** The stage of every project that an overview names. */
export const stagesByCode = (overview: Overview): ReadonlyMap<string, StageOrUnknown> =>
  new Map([
    ...overview.strip.groups.flatMap(({ rows }) =>
      rows.flatMap(({ stage, dots }) => dots.map(({ code }) => [code, stage] as const)),
    ),
    ...overview.established.map(({ code, stage }) => [code, stage] as const),
  ]);
