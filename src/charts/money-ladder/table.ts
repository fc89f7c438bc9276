import { leadTo } from '#charts/breakdown/data/leads.ts';
import { headingName, nameKey } from '#charts/breakdown/data/names.ts';
import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import {
  asPercent,
  type ChartTable,
  type FigureOf,
  type NumberColumn,
  type TableColumn,
} from '#charts/kit/table.ts';
import { groupIds } from '#charts/breakdown/data/group-ids.ts';
import { findSum } from '#domain/analysis/cell.ts';
import {
  type LadderGroup,
  type LadderRung,
  ladderRungs,
  type MoneyLadder,
} from '#domain/analysis/money-ladder.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal, divideDecimal } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { ladderLabels } from './labels/index.ts';
import { ladderUnit } from './series.ts';

/**
 * Computes the later rung ÷ the earlier one, for the projects that state both; null where none do.
 */
function computeShare(
  group: LadderGroup,
  unit: string,
  of: LadderRung,
  has: LadderRung,
): string | null {
  const pair = group.pairs.find((one) => one.of === of && one.has === has && one.unit === unit);
  if (pair === undefined || compareDecimal(pair.base, '0') <= 0) return null;
  return divideDecimal(pair.value, pair.base, 6);
}

function listCells(group: LadderGroup, unit: string, isFirst: boolean): (string | null)[] {
  const sums = group.rungs.map((rung) => findSum(rung, unit));
  const over = group.pairs.find(
    (one) => one.of === 'paid_in' && one.has === 'fai_done_total' && one.unit === unit,
  );
  return [
    ...sums.map((sum) => sum?.value ?? null),
    ...sums.map((sum) => String(sum?.count ?? 0)),
    computeShare(group, unit, 'contracted_amount', 'paid_in'),
    computeShare(group, unit, 'total_investment', 'fai_done_total'),
    over === undefined ? null : String(over.over),
    isFirst ? (group.codes?.join(' ') ?? null) : null,
  ];
}

function listColumns(ladder: MoneyLadder, language: Language): readonly TableColumn[] {
  const words = ladderLabels[language];
  const { columns } = words;
  const [unit, second] = ladder.units;
  const firstUnit =
    unit === undefined || second !== undefined ? undefined : ladderUnit(ladder, unit, language);
  const money =
    firstUnit === undefined
      ? {}
      : {
          scale: firstUnit.scale,
          digits: firstUnit.digits,
          unit: firstUnit.word,
          currency: firstUnit.unit,
        };
  const count = (
    id: string,
    label: string,
    measure: NumberColumn['measure'],
    of: FigureOf = {},
  ): TableColumn => ({ id, label, kind: 'number', measure, of, digits: 0 });
  const share = (id: string, label: string, of: LadderRung, has: LadderRung): TableColumn => ({
    id,
    label,
    kind: 'number',
    measure: 'rung_share',
    of: { of, has },
    ...asPercent,
  });
  return [
    { id: 'group', label: nameKey(ladder.by, language), kind: 'text' },
    { id: 'unit', label: columns.unit, kind: 'text' },
    count('projects', columns.projects, 'breakdown_count'),
    ...ladderRungs.map(
      (rung): TableColumn => ({
        id: rung,
        label: words.rungs[rung],
        kind: 'number',
        ...money,
        measure: `breakdown_${rung}`,
      }),
    ),
    ...ladderRungs.map((rung) =>
      count(`${rung}_known`, columns.known(words.rungs[rung]), 'group_known', { counted: rung }),
    ),
    share('paid_of_contracted', columns.paidOfContracted, 'contracted_amount', 'paid_in'),
    share('done_of_planned', columns.doneOfPlanned, 'total_investment', 'fai_done_total'),
    count('completed_above_paid_in', columns.over, 'rung_over'),
    { id: 'codes', label: columns.codes, kind: 'text', in_files: true },
  ];
}

/**
 * Makes the table with groups as rows and rungs as columns. Rungs are never added; groups sum to
 * the total.
 */
export function ladderTable(
  overview: Overview,
  ladder: MoneyLadder,
  language: Language,
): ChartTable {
  const { groups, total, by, zones, filters } = ladder;
  const columns = listColumns(ladder, language);
  const units = ladder.units.length === 0 ? [overview.zone.base_currency] : ladder.units;
  const entries = units.flatMap((unit, at) =>
    [...groups, total].flatMap((group) => {
      const isFirst = at === 0;
      if (!isFirst && group.rungs.every((rung) => findSum(rung, unit) === undefined)) return [];
      const name =
        group === total
          ? breakdownLabels[language].total
          : headingName(by, group, { overview, zones, language, short: false });
      const lead = leadTo(
        'total_investment',
        filters,
        group === total ? [] : [{ by, heading: group }],
      );
      const count = isFirst ? String(group.count) : null;
      return [
        {
          group,
          of: {
            by,
            stack: 'none',
            in: unit,
            ...compact({ key: group.key, rest: group.folded === undefined ? undefined : 'key' }),
          },
          cells: [name, unit, count, ...listCells(group, unit, isFirst)],
          // names and numbers of projects link to them
          leads: columns.map((_, place) => (place === 0 || (place === 2 && isFirst) ? lead : null)),
        },
      ];
    }),
  );
  return {
    columns,
    rows: entries.map(({ cells }) => cells),
    leads: entries.map(({ leads }) => leads),
    row_of: entries.map(({ of }) => of),
    ids: {
      group: groupIds(
        entries.map(({ group }) => group),
        total,
      ),
    },
  };
}
