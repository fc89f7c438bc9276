import { kitLabels } from '#charts/kit/labels/index.ts';
import type { ReportBlock, ReportTable } from '#domain/report/report.ts';
import type { Language } from '#domain/values/language.ts';
import { paperLabels } from '#report/sections/labels/index.ts';

/** An amount with a long unit: 8.05亿马来西亚林吉特, 8.05億マレーシア・リンギット. */
const amount =
  /^([约約]?[+\u2212]?\p{Nd}[\p{Nd}.,]*)([\p{Script=Han}\p{Script=Katakana}\u30fb\u30fc]{4,})$/u;

/** Finds the long unit that all amounts of a column share. */
function findSharedUnit({ rows }: ReportTable, at: number): string | undefined {
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => /\p{Nd}/u.test(cell));
  const [first, ...others] = cells.map((cell) => amount.exec(cell)?.[2]);
  return others.length > 0 && others.every((unit) => unit === first) ? first : undefined;
}

/**
 * Moves a long unit that the amounts of one column share into the caption, as official documents do,
 * so that the other columns have its room. A table without a caption keeps its units.
 *
 * @returns caption and table as paper shows them
 */
export function captionUnit(
  { caption, table }: Extract<ReportBlock, { kind: 'table' }>,
  heading: string,
  language: Language,
): { readonly caption: string; readonly table: ReportTable } {
  const units = table.columns.map(({ right }, at) =>
    right ? findSharedUnit(table, at) : undefined,
  );
  const [unit, ...others] = units.filter((one) => one !== undefined);
  if (unit === undefined || others.length > 0 || caption === heading) return { caption, table };
  const { brackets } = kitLabels[language];
  const note = paperLabels[language].unit(unit);
  return {
    caption: caption.endsWith('）')
      ? `${caption.slice(0, -1)}；${note}）`
      : caption + brackets(note),
    table: {
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell, at) => (units[at] === undefined ? cell : (amount.exec(cell)?.[1] ?? cell))),
      ),
    },
  };
}
