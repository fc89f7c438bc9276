import { leadTo } from '#charts/breakdown/data/leads.ts';
import {
  type ChartTable,
  type FigureOf,
  makeIds,
  type NumberColumn,
  type TableColumn,
} from '#charts/kit/table.ts';
import { measureUnit } from '#charts/kit/text/units.ts';
import {
  binEdges,
  type Distribution,
  edgeOfBin,
  type SizeLine,
  type SizeRow,
} from '#domain/analysis/distribution.ts';
import { listDisplayUnits } from '#domain/analysis/display-units.ts';
import { stageWord } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { distributionLabels } from './labels/index.ts';
import { sizeInParts, sizeText } from './series.ts';

/** Lists the powers of ten that hold a project, from the smallest to the largest. */
function listPowers({ rows }: Distribution): readonly number[] {
  const bins = rows.flatMap(({ lines }) => lines.flatMap((line) => line.bins));
  if (bins.length === 0) return [];
  const powers = bins.map(({ bin }) => Math.floor(bin / binEdges.length));
  const least = Math.min(...powers);
  return Array.from({ length: Math.max(...powers) - least + 1 }, (_, at) => least + at);
}

const lowest = (power: number): Decimal => edgeOfBin(power * binEdges.length);

const partsOf = (power: number, unit: string): Decimal => sizeInParts(lowest(power), unit);

/** Finds the format of the sizes of all rows, if they have one unit. */
function findMoneyFormat(
  { rows }: Distribution,
  unit: string | undefined,
  language: Language,
): Pick<NumberColumn, 'scale' | 'digits' | 'unit' | 'currency'> {
  if (unit === undefined) return {};
  const like = rows.flatMap(({ lines }) => lines.map(({ median = '0' }) => Number(median)));
  const moneyUnit = measureUnit(unit, language, Math.max(0, ...like));
  return {
    scale: moneyUnit.scale,
    digits: moneyUnit.digits,
    unit: moneyUnit.word,
    currency: moneyUnit.unit,
  };
}

function listColumns(
  own: Distribution,
  powers: readonly number[],
  /** The unit of each row. */
  units: readonly string[],
  language: Language,
): readonly TableColumn[] {
  const { columns } = distributionLabels[language];
  const [unit, second] = own.units;
  const one = second === undefined ? unit : undefined;
  const money = findMoneyFormat(own, one, language);
  const count = (
    id: string,
    label: string,
    measure: NumberColumn['measure'],
    more: Pick<NumberColumn, 'of' | 'of_rows'> = {},
  ): TableColumn => ({ id, label, kind: 'number', measure, digits: 0, ...more });
  const size = (id: string, label: string): TableColumn => ({
    id,
    label,
    kind: 'number',
    measure: 'size_point',
    of: { point: id },
    ...money,
  });
  const inClass = (power: number): readonly FigureOf[] =>
    units.map((of) => ({ size: `${partsOf(power, of)}-${partsOf(power + 1, of)}` }));
  const say = (power: number): string =>
    one === undefined
      ? formatNumber(lowest(power), language, power < 0 ? -power : 0)
      : sizeText(lowest(power), one, language);
  return [
    { id: 'stage', label: columns.stage, kind: 'text' },
    { id: 'unit', label: columns.unit, kind: 'text' },
    count('projects', columns.projects, 'breakdown_count'),
    count('above_zero', columns.known, 'group_known'),
    size('median', columns.median),
    size('p10', columns.low),
    size('p90', columns.high),
    ...powers.map((power) =>
      count(
        `from_${lowest(power).replace('.', '_')}`,
        columns.below(say(power), say(power + 1)),
        'size_projects',
        { of_rows: inClass(power) },
      ),
    ),
    count('not_positive', columns.notPositive, 'size_projects', { of: { size: 'zero' } }),
    count('without_value', columns.undisclosed, 'group_unknown'),
    { id: 'codes', label: columns.codes, kind: 'text', in_files: true },
  ];
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

interface Entry {
  readonly stage?: SizeRow['stage'];
  readonly rows: readonly SizeRow[];
  readonly lines: readonly SizeLine[];
}

function listCells(
  { stage, rows, lines }: Entry,
  powers: readonly number[],
  isFirst: boolean,
): readonly (string | null)[] {
  const [line] = stage === undefined ? [] : lines;
  const bins = lines.flatMap((one) => one.bins);
  const codes = line?.projects?.map(({ code }) => code).toSorted() ?? [];
  return [
    isFirst ? String(sum(rows.map(({ count }) => count))) : null,
    String(sum(lines.map(({ count }) => count))),
    ...[line?.median ?? null, line?.p10 ?? null, line?.p90 ?? null],
    ...powers.map((power) =>
      String(
        sum(
          bins
            .filter(({ bin }) => Math.floor(bin / binEdges.length) === power)
            .map(({ count }) => count),
        ),
      ),
    ),
    String(sum(lines.map(({ not_positive }) => not_positive))),
    isFirst ? String(sum(rows.map(({ undisclosed }) => undisclosed))) : null,
    codes.length === 0 ? null : codes.join(' '),
  ];
}

/**
 * Makes the table with stages as rows and powers of ten as columns; a row sums to its projects
 * above zero.
 */
export function sizeTable(overview: Overview, own: Distribution, language: Language): ChartTable {
  const text = distributionLabels[language];
  const powers = listPowers(own);
  const units = listDisplayUnits(own, overview.zone.base_currency);
  const entries = units.flatMap((unit, at) => {
    const linesOf = (row: SizeRow): readonly SizeLine[] =>
      row.lines.filter((line) => line.unit === unit);
    const rows = own.rows.filter((row) => at === 0 || linesOf(row).length > 0);
    const each = rows.map((row): Entry => ({ stage: row.stage, rows: [row], lines: linesOf(row) }));
    const all: Entry = { rows, lines: rows.flatMap(linesOf) };
    return [...each, all].map((entry) => ({ entry, unit, isFirst: at === 0 }));
  });
  const columns = listColumns(
    own,
    powers,
    entries.map(({ unit }) => unit),
    language,
  );
  const leads = entries.map(({ entry: { stage }, isFirst }) => {
    const places = stage === undefined ? [] : [{ by: 'stage' as const, heading: { key: stage } }];
    const lead = leadTo(own.measure, own.filters, places);
    return columns.map(({ id }) =>
      id === 'stage' || (id === 'projects' && isFirst) ? lead : null,
    );
  });
  return {
    columns,
    rows: entries.map(({ entry, unit, isFirst }) => [
      entry.stage === undefined
        ? text.total
        : stageWord(overview.zone.stage_words, entry.stage, language),
      unit,
      ...listCells(entry, powers, isFirst),
    ]),
    leads,
    row_of: entries.map(({ entry: { stage }, unit }) => ({
      counted: own.measure,
      by: 'stage',
      stack: 'none',
      in: unit,
      ...compact({ key: stage }),
    })),
    ids: {
      stage: [
        makeIds('level', entries, ({ entry }) => (entry.stage === undefined ? 'total' : 'stage')),
        makeIds('stage', entries, ({ entry }) => entry.stage),
      ],
    },
  };
}
