import { sameWords } from '#domain/values/term.ts';
import { unitPowers, type Indicator, type UnitPower } from '#domain/zone/indicator.ts';
import { makeFreeId, makePlainId } from '#domain/zone/templates/template-use.ts';
import { isCurrency } from '#domain/values/money.ts';
import { unitCurrency } from '#domain/values/reading/unit.ts';
import { compact } from '#domain/values/compact.ts';
import { shapeHash } from '#server/imports/context/shape-hash.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import { areEnergyUnits, type CountUnit } from './count-units.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import type { SeriesVocabulary } from './series-vocabulary.ts';

/** The kinds of a new indicator with the name of its column. */
export const newKinds = ['new_ytd', 'new_month', 'new_stock'] as const;
export type NewKind = (typeof newKinds)[number];
/** Whether an answer asks for a new indicator of some kind. */
export const isNewKind = (to: string): to is NewKind =>
  (newKinds as readonly string[]).includes(to);

interface NamedUnit {
  readonly unit?: AmountUnit;
  readonly counted?: CountUnit;
}
/** Makes the id of a new indicator: its name if that is Latin, else a hash of it. */
function makeId(name: string, usedIds: readonly string[]): string {
  const plain = makePlainId(name);
  const isLatin = plain.length >= 2 && !/[^\u0000-\u024f]/.test(name);
  return makeFreeId(isLatin ? plain : `indicator_${shapeHash([name])}`, usedIds);
}

/** Makes an indicator with the name of a column. */
export function nameIndicator(
  name: string,
  kind: NewKind,
  { unit, counted }: NamedUnit,
  { own, currency }: SeriesVocabulary,
): Indicator {
  const isRatio = counted?.unit === 'percent';
  const isFlow = !isRatio && kind !== 'new_stock';
  return {
    id: makeId(
      name,
      own.map(({ id }) => id),
    ),
    kind: isRatio ? 'ratio' : isFlow ? 'annual_flow' : 'stock',
    unit: unit?.currency ?? (unit === undefined ? (counted?.unit ?? 'items') : currency),
    name: sameWords(name.slice(0, 200)),
    definition: sameWords(name.slice(0, 200)),
    ...compact({ cumulation: isFlow ? (kind === 'new_ytd' ? 'ytd' : 'period') : undefined }),
  } satisfies Indicator;
}

const toUnitPower = (power: number): UnitPower => unitPowers.findLast((one) => one <= power) ?? 0;

/** The unit of an indicator's values in a file, from its column, the lines above and answers. */
export interface CreationUnit {
  readonly sheet: AmountUnit | undefined;
  readonly currency: string | undefined;
  readonly power: number | undefined;
}

/**
 * Lists the indicators that the columns would create, in the unit of the file. A file with values
 * of single months creates a monthly indicator.
 */
export function listCreated(
  columns: readonly IndicatorColumn[],
  { sheet, currency, power }: CreationUnit,
): Indicator[] {
  const byId = Map.groupBy(
    columns.filter(({ created }) => created !== undefined),
    ({ indicator }) => indicator,
  );
  return [...byId.values()].flatMap((same) => {
    const column = same.find(({ monthOnly }) => !monthOnly) ?? same[0];
    const newIndicator = column?.created;
    if (column === undefined || newIndicator === undefined) return [];
    const unit = column.unit ?? sheet;
    const isMoney = isCurrency(newIndicator.unit);
    const own = isMoney ? (unit?.power ?? power) : column.counted?.power;
    const { cumulation, power: usual, ...rest } = newIndicator;
    const isMonthly = cumulation === 'ytd' && same.every(({ monthOnly }) => monthOnly);
    return [
      {
        ...rest,
        unit: isMoney
          ? sayCurrency(unit, currency, newIndicator.unit)
          : sayEnergyUnit(column.counted?.unit, newIndicator.unit),
        ...compact({
          cumulation: isMonthly ? ('period' as const) : cumulation,
          power: own === undefined ? usual : own > 0 ? toUnitPower(own) : undefined,
        }),
      },
    ];
  });
}
const sayEnergyUnit = (unit: string | undefined, usual: string): string =>
  unit !== undefined && areEnergyUnits(unit, usual) ? unit : usual;
const sayCurrency = (
  unit: AmountUnit | undefined,
  answer: string | undefined,
  usual: string,
): string =>
  (unit === undefined
    ? undefined
    : unitCurrency(unit, unit.shared === undefined ? undefined : usual)) ??
  answer ??
  usual;
