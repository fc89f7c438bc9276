import { sumWire } from '#domain/headline.ts';
import type { Figure, Overview, StripDot, StripGroup, StripRow } from '#domain/overview.ts';
import type { StageOrUnknown } from '#domain/stage.ts';
import type { RedactionProfile } from './profile.ts';
import { shownAmounts, withoutAmounts, type ReducedGroup, type ReducedRow, type ShownAmounts } from './strip-amounts.ts';

interface Rules {
  readonly profile: RedactionProfile;
  /** Whether projects of a stage are named. */
  readonly named: (stage: StageOrUnknown) => boolean;
  readonly published: Figure | undefined;
}

/** Stages without the projects that are left out; `missing` are codes that were found in none. */
export function withoutProjects(
  groups: readonly StripGroup[],
  without: readonly string[],
): { readonly groups: readonly ReducedGroup[]; readonly missing: boolean } {
  const codes = new Set(without);
  const missing = codes.size > groups.flatMap(({ rows }) => rows.flatMap(({ dots }) => dots.filter((dot) => codes.has(dot.code)))).length;
  return { groups: groups.map(({ group, rows }) => ({ group, rows: rows.map((row) => reducedRow(row, codes, missing)) })), missing };
}

function reducedRow(row: StripRow, codes: ReadonlySet<string>, missing: boolean): ReducedRow {
  const out = row.dots.filter((dot) => codes.has(dot.code));
  const dots = row.dots.filter((dot) => !codes.has(dot.code));
  const undisclosed = row.undisclosed - out.filter(({ money }) => money === undefined).length;
  const cut = row.dots.length < row.count;
  const left = (currency: string): number => (cut ? 1 : dots.filter(({ money }) => money?.currency === currency).length);
  return {
    row: { ...row, count: row.count - out.length, undisclosed, dots, amounts: withoutAmounts(row.amounts, out, left) },
    out,
    unsure: cut && missing,
  };
}

/** Stages as a reader gets them: counts always, amounts that give no project away, projects one by one where names and amounts are shown. */
export function sharedGroups(groups: readonly ReducedGroup[], rules: Rules): StripGroup[] {
  const { profile, published } = rules;
  const listed = (row: StripRow): boolean => profile.amounts === 'all' && rules.named(row.stage);
  const currencies = [...new Set(groups.flatMap(({ rows }) => rows.flatMap(({ row }) => row.amounts.map(({ currency }) => currency))))];
  const shown = new Map(currencies.map((currency) => [currency, shownAmounts(currency, { profile, groups, published, listed })]));
  const may = (test: (amounts: ShownAmounts) => boolean) => (currency: string) => {
    const amounts = shown.get(currency);
    return profile.amounts !== 'none' && amounts !== undefined && test(amounts);
  };
  return groups.map(({ group, rows }) => ({
    group,
    count: rows.reduce((sum, { row }) => sum + row.count, 0),
    undisclosed: rows.reduce((sum, { row }) => sum + row.undisclosed, 0),
    ...amountsOf(
      sumWire(rows.map(({ row }) => row.amounts)),
      may((amounts) => amounts.groups.has(group)),
    ),
    rows: rows.map(({ row }) => ({
      stage: row.stage,
      count: row.count,
      undisclosed: row.undisclosed,
      ...amountsOf(
        row.amounts,
        may((amounts) => amounts.rows.has(row.stage)),
      ),
      dots: listed(row) && row.amounts.every(({ currency }) => shown.get(currency)?.each.has(row.stage)) ? dotsOf(row, profile) : [],
    })),
  }));
}

function amountsOf(amounts: StripRow['amounts'], may: (currency: string) => boolean): Pick<StripRow, 'amounts' | 'held_back'> {
  const held = amounts.map(({ currency }) => currency).filter((currency) => !may(currency));
  return { amounts: amounts.filter(({ currency }) => may(currency)), ...(held.length === 0 ? {} : { held_back: held }) };
}

const dotsOf = (row: StripRow, { sections }: RedactionProfile): StripDot[] =>
  row.dots.map(({ code, name, industry, money }) => ({
    code,
    name,
    ...(industry === undefined || !sections.includes('industries') ? {} : { industry }),
    ...(money === undefined ? {} : { money }),
  }));

/** The stage of every project that an overview names. */
export const stagesByCode = (overview: Overview): ReadonlyMap<string, StageOrUnknown> =>
  new Map([
    ...overview.strip.groups.flatMap(({ rows }) => rows.flatMap(({ stage, dots }) => dots.map(({ code }) => [code, stage] as const))),
    ...overview.established.map(({ code, stage }) => [code, stage] as const),
  ]);
