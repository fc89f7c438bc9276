import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import * as dataTableStyles from './data-table.module.css';
import * as textStyles from '#web/ui/text.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly label: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Whether the column is aligned right, as numbers and actions are. */
  readonly right?: boolean;
  readonly dim?: boolean;
  /** Whether the column names the row. */
  readonly head?: boolean;
  /** The sort key of the column. Omitted when it can't be sorted. */
  readonly onSort?: () => void;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}
interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The identity of a row; its place where a row has no state and gets another content. */
  readonly rowKey: (row: Row, place: number) => string;
  readonly rowClass?: (row: Row) => string | undefined;
  /** The last row: totals and their scope. */
  readonly foot?: ReactNode;
  readonly dense?: boolean;
  /**
   * On a phone each row is a block of lines, its name first, instead of scrolling sideways.
   * `labelled`: each value follows the name of its column.
   */
  readonly stacks?: boolean | 'labelled';
}

/** The head of a column. Pressing its name sorts by it. */
function HeadCell<Row>({ column }: { readonly column: Column<Row> }) {
  const { label, right, onSort, sorted: direction } = column;
  return (
    <th
      scope="col"
      className={right === true ? dataTableStyles.right : undefined}
      aria-sort={onSort === undefined ? undefined : (direction ?? 'none')}
    >
      {onSort === undefined ? (
        label
      ) : (
        <button
          type="button"
          className={`${dataTableStyles.sort}${direction === undefined ? '' : ` ${direction === 'ascending' ? dataTableStyles.ascending : dataTableStyles.descending}`}`}
          onClick={onSort}
        >
          {label}
          {direction === undefined ? null : <Icon name="down" />}
        </button>
      )}
    </th>
  );
}

/**
 * A table: text left, numbers right, hairlines only. Scrolls inside itself when it is wider than
 * the page.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowClass,
  foot,
  dense = false,
  stacks = false,
}: DataTableProps<Row>) {
  const isLabelled = stacks === 'labelled';
  const className = (column: Column<Row>) =>
    [
      column.right === true ? `${dataTableStyles.right} ${textStyles.number}` : '',
      column.dim === true ? dataTableStyles.dim : '',
    ]
      .filter((x) => x !== '')
      .join(' ') || undefined;
  return (
    <div
      className={`${dataTableStyles.wrap}${stacks === false ? '' : ` ${dataTableStyles.stacked}`}${isLabelled ? ` ${dataTableStyles.labelled}` : ''}`}
      tabIndex={0}
      role="region"
      aria-label={caption}
    >
      <table className={dense ? dataTableStyles.dense : undefined}>
        <caption className={textStyles.visuallyHidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={rowKey(row, place)} className={rowClass?.(row)}>
              {columns.map((column) =>
                column.head === true ? (
                  <th
                    key={column.id}
                    scope="row"
                    className={column.right === true ? dataTableStyles.right : undefined}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    className={className(column)}
                    data-label={
                      isLabelled && typeof column.label === 'string' ? column.label : undefined
                    }
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
