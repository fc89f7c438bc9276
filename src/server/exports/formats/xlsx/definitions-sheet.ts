import { type FigureStamp, madeInWords } from '#charts/kit/frame/stamp.ts';
import { declaredMeasures } from '#domain/measures/declarations.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import { type FigureTable, findUnits } from './figure-units.ts';
import type { CellLook } from './styles.ts';
import type { XlsxWriter } from './xlsx-writer.ts';

export const severalLines: CellLook = { wrap: true };
export const heading: CellLook = { bold: true, line: true };

/** Writes labelled facts, one a row. */
export const putFacts = (
  sheet: ReturnType<XlsxWriter['sheet']>,
  facts: readonly (readonly [string, string])[],
): void => {
  for (const [name, value] of facts)
    sheet.row([{ text: name, look: { bold: true } }, { text: value }]);
};

/** Lists the columns with their units and the formulas of their figures, if any has one. */
function putColumns(sheet: ReturnType<XlsxWriter['sheet']>, figure: FigureTable): void {
  const { table, language } = figure;
  const text = sheetLabels[language];
  const units = findUnits(figure);
  const columns = table.columns.map(({ label, unit = '', measure }, at) => [
    label,
    units.columns[at]?.word ?? unit,
    measure == null ? '' : sentenceStart(declaredMeasures[measure].formula[language]),
  ]);
  const heads = [text.columns, text.unit, text.formula].map((head, at) =>
    columns.some((column) => column[at] !== '') ? head : '',
  );
  const put = (cells: readonly string[], look: CellLook): void =>
    sheet.row(cells.map((one) => (one === '' ? null : { text: one, look })));
  put(heads, heading);
  for (const column of columns) put(column, severalLines);
}

/** Writes the second sheet: definitions, columns with the formula of their figures, provenance. */
export function putDefinitions(
  writer: XlsxWriter,
  figure: FigureTable,
  facts: readonly (readonly [string, string])[],
  stamp: FigureStamp | undefined,
): void {
  const { words, language } = figure;
  const text = sheetLabels[language];
  const about = writer.sheet({ name: text.definitions, widths: [30, 16, 84] });
  about.row([{ text: text.definitions, look: { large: true } }]);
  const subtitle = words.subtitle === '' ? [] : [words.subtitle];
  for (const line of [...subtitle, ...words.notes, text.missing, text.exact])
    about.row([null, null, { text: line, look: severalLines }]);
  about.row([]);
  putColumns(about, figure);
  about.row([]);
  putFacts(about, facts);
  if (stamp !== undefined) putFacts(about, [[text.made, madeInWords(stamp, language)]]);
  if (stamp?.link !== undefined) putFacts(about, [[text.view, stamp.link]]);
  about.end();
}
