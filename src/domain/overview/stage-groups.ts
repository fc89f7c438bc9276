import { type Currency, orderByCurrency, sumWire } from '#domain/values/money.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type {
  RegisterView,
  StageGroupTotals,
  StageTotals,
} from '#domain/projects/register-view.ts';
import { type Stage, type StageOrUnknown, stages } from '#domain/projects/stage.ts';

const furthestFirst: readonly Stage[] = [...stages].reverse();

/**
 * Active projects by group, furthest stage first. A mapped stage without projects counts 0; the
 * group `unknown` is given only where it occurs.
 */
export function groupStages(
  register: RegisterView,
  {
    stage_mapping: mapping,
    base_currency: main,
  }: Pick<ZoneProfile, 'stage_mapping' | 'base_currency'>,
): StageGroupTotals[] {
  const makeRow = (stage: StageOrUnknown): StageTotals =>
    register.rows.find((row) => row.stage === stage) ?? {
      stage,
      count: 0,
      undisclosed: 0,
      amounts: [],
      dots: [],
    };
  const totalsOf = (group: 'established' | 'pipeline'): StageGroupTotals =>
    makeGroup(
      group,
      furthestFirst.filter((stage) => mapping[group].includes(stage)).map(makeRow),
      main,
    );
  const rest = register.rows.filter(
    (row) =>
      row.count > 0 &&
      ![...mapping.established, ...mapping.pipeline].some((stage) => stage === row.stage),
  );
  return [
    totalsOf('established'),
    totalsOf('pipeline'),
    ...(rest.length > 0 ? [makeGroup('unknown', rest, main)] : []),
  ];
}

const makeGroup = (
  group: StageGroupTotals['group'],
  rows: readonly StageTotals[],
  main: Currency,
): StageGroupTotals => ({
  group,
  count: rows.reduce((sum, row) => sum + row.count, 0),
  undisclosed: rows.reduce((sum, row) => sum + row.undisclosed, 0),
  amounts: sumWire(
    rows.map((row) => row.amounts),
    main,
  ),
  rows: rows.map((row) => ({ ...row, amounts: orderByCurrency(row.amounts, main) })),
});
