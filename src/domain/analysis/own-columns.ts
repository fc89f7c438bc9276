import { type IsoDate, isIsoDate } from '#domain/values/date.ts';
import {
  isColumn,
  longestColumnValue,
  mostColumnValues,
} from '#domain/projects/fields/own-column.ts';

/** A column of the register that is no field, with its texts. */
export interface OwnColumn {
  readonly heading: string;
  /** The number of projects that state a text. */
  readonly count: number;
  /** The different texts, in the order of most projects. */
  readonly values: readonly string[];
}
/** The columns that can group and filter the projects of a day. */
export interface OwnColumns {
  readonly as_of: IsoDate;
  readonly columns: readonly OwnColumn[];
  /** The headings of the others, such as remarks with a text of its own for each project. */
  readonly others: readonly string[];
}

/** A text of a column with its projects. The store leaves texts out after the fiftieth. */
export interface ColumnTextRow {
  readonly heading: string;
  readonly value: string;
  readonly count: number;
}

/**
 * Whether texts name groups: few and short, of two projects each on average, and not only days.
 * Remarks and numbers have a text of their own for almost each project.
 */
function namesGroups({ heading, values, count }: OwnColumn): boolean {
  return (
    isColumn(heading) &&
    values.length <= mostColumnValues &&
    values.length * 2 <= count &&
    values.every((value) => value.length <= longestColumnValue) &&
    values.some((value) => !isIsoDate(value))
  );
}

/**
 * Makes the columns of what a store has counted, in the order of their headings.
 *
 * @param rows - the texts of each column, at most one more than a column may have
 */
export const makeOwnColumns = (as_of: IsoDate, rows: readonly ColumnTextRow[]): OwnColumns => {
  const all = [...Map.groupBy(rows, ({ heading }) => heading)]
    .map(([heading, own]) => ({
      heading,
      count: own.reduce((sum, { count }) => sum + count, 0),
      values: own
        .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .map(({ value }) => value),
    }))
    .toSorted((a, b) => (a.heading < b.heading ? -1 : 1));
  const columns = all.filter(namesGroups);
  const others = all.filter((column) => !columns.includes(column)).map(({ heading }) => heading);
  return { as_of, columns, others };
};
