import { parseNumber } from '#server/imports/values/number.ts';
import type { ColumnCells } from './shape.ts';

/** A number of a cell: its value to compare sizes, and how it is written. */
interface CellNumber {
  readonly value: number;
  readonly isWhole: boolean;
  readonly decimals: number;
  /** The number of digits before the point. */
  readonly length: number;
}

/** The smallest ratio of the largest tenth to the smallest tenth of amounts of projects. */
const leastSpread = 10;
/** The fewest different values of a long column of amounts; a column of classes has fewer. */
const fewestValues = 8;

const shareOf = (numbers: readonly CellNumber[], test: (number: CellNumber) => boolean): number =>
  numbers.filter(test).length / numbers.length;

function readNumbers({ cells }: ColumnCells): CellNumber[] {
  return cells.flatMap((cell) => {
    const number = parseNumber(cell);
    if (number.kind !== 'value') return [];
    const { digits, scale } = number.value;
    const value = Number(digits) / 10 ** scale;
    const length = String(Math.trunc(Math.abs(value))).length;
    return [{ value, isWhole: Number.isInteger(value), decimals: scale, length }];
  });
}

/** Whether numbers are written as codes or telephone numbers are: 08002, +49 211, seven digits. */
const areCodes = ({ cells }: ColumnCells, numbers: readonly CellNumber[]): boolean =>
  cells.some((cell) => /^\s*[+0]\d/.test(String(cell))) ||
  numbers.every(({ isWhole, length }) => isWhole && length >= 5 && length === numbers[0]?.length);

const areYears = (numbers: readonly CellNumber[]): boolean =>
  shareOf(numbers, ({ value, isWhole }) => isWhole && value >= 1900 && value <= 2100) >= 0.9;

const arePlaces = (numbers: readonly CellNumber[]): boolean =>
  shareOf(numbers, ({ value, decimals }) => decimals >= 5 && Math.abs(value) <= 180) >= 0.5;

function areShares({ cells }: ColumnCells, numbers: readonly CellNumber[]): boolean {
  const largest = Math.max(...numbers.map(({ value }) => value));
  return (
    cells.some((cell) => String(cell).trim().endsWith('%')) ||
    largest <= 1 ||
    largest === 100 ||
    (largest < 100 && numbers.every(({ value }) => value % 5 === 0))
  );
}

/** Whether distinct whole numbers cover at least half of their range, as running numbers do. */
function areRunning(numbers: readonly CellNumber[]): boolean {
  const values = numbers.map(({ value }) => value);
  const range = Math.max(...values) - Math.min(...values) + 1;
  return (
    numbers.every(({ isWhole }) => isWhole) &&
    new Set(values).size === values.length &&
    range <= 2 * values.length
  );
}

/** Whether the largest tenth of numbers is far above the smallest, as costs of projects are. */
function areWide(numbers: readonly CellNumber[]): boolean {
  const sizes = numbers
    .map(({ value }) => value)
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  const low = sizes[Math.floor((sizes.length - 1) * 0.1)] ?? 0;
  const high = sizes[Math.ceil((sizes.length - 1) * 0.9)] ?? 0;
  return low > 0 && high / low >= leastSpread;
}

/** Whether numbers of different lengths are mostly whole hundreds, as budgets are. */
const areRound = (numbers: readonly CellNumber[]): boolean =>
  new Set(numbers.map(({ length }) => length)).size > 1 &&
  shareOf(numbers, ({ value }) => value >= 1000 && value % 100 === 0) >= 0.6;

/**
 * Whether the numbers of a column are like amounts of projects: round, or far apart in size, and no
 * codes, years, shares, coordinates or running numbers.
 */
export function areLikeAmounts(data: ColumnCells): boolean {
  const numbers = readNumbers(data);
  const values = new Set(numbers.map(({ value }) => value)).size;
  if (values < 2 || shareOf(numbers, ({ value }) => value < 0) > 0.05) return false;
  if (values < fewestValues && values / numbers.length <= 0.1) return false;
  const areOther =
    areCodes(data, numbers) ||
    areYears(numbers) ||
    arePlaces(numbers) ||
    areShares(data, numbers) ||
    areRunning(numbers);
  return !areOther && (areWide(numbers) || areRound(numbers));
}
