import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { minorDigits, type Currency } from '#domain/values/money.ts';
import { parseCurrencyAnswer, readTextAnswer, readZoneCurrency } from '#server/imports/answers.ts';
import type { Cell } from '#server/imports/read/table.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';
import { findSheetUnit } from '#server/imports/structure/titles/sheet-unit.ts';
import {
  findCommonSign,
  findDecimalSign,
  normaliseNumberText,
  type DecimalSign,
  type NumberSign,
} from '#server/imports/values/number.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { toPlainLetters } from '#server/imports/vocabulary/plain-letters.ts';
import type { Choice, ColumnMatch } from './make-column.ts';

/** The decimal sign for each answer. */
const signs: Readonly<Record<string, DecimalSign>> = { comma: ',', point: '.' };

/**
 * Currencies of countries that write a decimal point, also those whose language writes a comma
 * elsewhere: Mexico and Peru (CLDR 48).
 */
const pointCurrencies: ReadonlySet<Currency> = new Set(
  'CNY JPY KRW TWD HKD MOP SGD THB INR PKR LKR NPR BDT PHP MYR AUD NZD GBP MXN GTQ HNL NIO DOP PEN KES NGN GHS ETB TZS UGX ZMW EGP SAR AED QAR KWD BHD OMR JOD ILS'.split(
    ' ',
  ),
);
/** Letters of languages that write a decimal comma. */
const commaLetters = /[\p{Script=Cyrillic}\p{Script=Greek}à-öø-žơưșțạ-ỹ]/u;
/** Beginnings of words, without accents, of languages that write a decimal comma. */
const commaWords =
  /\b(?:projet|proyect|projeto|progett|projekt|proiect|proyek|proje\b|du an\b|investiss|inversi|investimen|investition|investering|investic|inwesty|investasi|yatirim|dau tu|beruhaz|montant|monto|importe|importo|betrag|bedrag|belop|kwota|castka|osszeg|tutar|jumlah|nilai|valor|kosten|koszt|cout|costo|custo|emplois|empleo|empresa|azienda|unternehm|bedrijf|perusahaan|entreprise|societe)/u;

/** Writes the titles and headings of a table as one text, which shows its language. */
const writeHeadings = ({ titles, columns }: Pick<TableHeader, 'titles' | 'columns'>): string =>
  [...titles, ...columns.map(({ key }) => key)].join(' ');
/** Whether the language of headings and titles writes a decimal comma. */
const writesComma = (text: string): boolean =>
  commaLetters.test(text.normalize('NFC').toLowerCase()) || commaWords.test(toPlainLetters(text));

const isCount = (field: Field | undefined): boolean =>
  field === 'jobs_plan' || field === 'jobs_actual';

/** Finds the decimal sign that counts prove: nobody counts a thousandth of a person. */
function findSignOfCounts(
  matches: readonly ColumnMatch[],
  choices: ReadonlyMap<number, Choice>,
): DecimalSign | undefined {
  const marks = matches
    .filter(({ column }) => isCount(choices.get(column.index)?.field))
    .flatMap(({ data }) => data.cells.map((cell) => normaliseNumberText(String(cell))))
    .flatMap((text) => /^[1-9]\d{0,2}([.,])\d{3}$/.exec(text)?.[1] ?? []);
  const [mark, other] = [...new Set(marks)];
  return mark === undefined || other !== undefined ? undefined : mark === ',' ? '.' : ',';
}

/** One group of three digits after one comma: 41,315. */
const groupAfterComma = /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])/;
/** The fewest groups beside whole numbers below a thousand that prove thousands. */
const fewestGroups = 3;

/**
 * Whether the comma of a column may separate thousands or decimals. Whole numbers below a thousand
 * beside several groups prove thousands, except of a currency with three decimals.
 */
function isCommaOpen(cells: readonly Cell[], currency: Currency | undefined): boolean {
  const texts = cells.map((cell) => normaliseNumberText(String(cell)));
  const groups = texts.filter((text) => groupAfterComma.test(text)).length;
  if (groups === 0) return false;
  const hasThree = currency !== undefined && minorDigits(currency) === 3;
  return hasThree || groups < fewestGroups || !texts.some((text) => /^\d{1,3}$/.test(text));
}

interface SignOptions {
  readonly matches: readonly ColumnMatch[];
  readonly choices: ReadonlyMap<number, Choice>;
  readonly header: TableHeader;
  readonly answers: ImportAnswers;
}

/**
 * Makes the function that finds the decimal sign of a column: its own proof, else that of the other
 * columns, else the answer.
 * @returns a function that returns `unproven` for a comma that may separate thousands or decimals,
 *   and undefined where only a point may
 */
export function createSignFinder({
  matches,
  choices,
  header,
  answers,
}: SignOptions): (match: ColumnMatch) => NumberSign | undefined {
  const common =
    findCommonSign(matches.map(({ data }) => data.cells)) ??
    findSignOfCounts(matches, choices) ??
    signs[readTextAnswer(answers, 'decimal_sign') ?? ''];
  const usesComma = writesComma(writeHeadings(header));
  const usual =
    findSheetUnit(header.titles)?.currency ??
    parseCurrencyAnswer(readTextAnswer(answers, 'currency')) ??
    readZoneCurrency(answers);
  return ({ header: { unit }, data: { cells } }) => {
    const sign = findDecimalSign(cells) ?? common;
    if (sign !== undefined) return sign;
    const currency = unit?.amount?.currency ?? usual;
    const isPoint = !usesComma || (currency !== undefined && pointCurrencies.has(currency));
    return isPoint || !isCommaOpen(cells, currency) ? undefined : 'unproven';
  };
}

/** One group of three digits after one point: 41.315. */
const groupAfterPoint = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/;

/**
 * Finds the decimal sign of a column of a series: its own proof, else that of the other columns.
 * @param common - the sign that the columns of the table prove
 * @returns `unproven` for a sign that may separate thousands or decimals in a file of a language
 *   with a decimal comma, and undefined where a point separates decimals
 */
export function findSeriesSign(
  cells: readonly Cell[],
  common: DecimalSign | undefined,
  header: Pick<TableHeader, 'titles' | 'columns'>,
  currency: Currency | undefined,
): NumberSign | undefined {
  const sign = findDecimalSign(cells) ?? common;
  if (sign !== undefined || !writesComma(writeHeadings(header))) return sign;
  if (currency !== undefined && pointCurrencies.has(currency)) return undefined;
  const hasOpenPoint = cells.some((cell) => groupAfterPoint.test(String(cell)));
  return hasOpenPoint || isCommaOpen(cells, currency) ? 'unproven' : undefined;
}
