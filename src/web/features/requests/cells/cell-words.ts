import { compact } from '#domain/values/compact.ts';
import { measureTerms, milestoneTerms, projectFieldTerms } from '#domain/labels/index.ts';
import {
  findMeasureField,
  findMilestoneField,
  type RequestField,
} from '#domain/requests/request.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { findPower, formatExactly, poweredUnitLabel } from '#domain/values/unit-power.ts';
import { languages, type Language } from '#domain/values/language.ts';
import { currencySize } from '#domain/values/currency/currency-size.ts';
import { isCurrency } from '#domain/values/money.ts';
import { term } from '#domain/values/term.ts';
import type { Cumulation } from '#domain/zone/indicator.ts';

/** The request of a cell, as answers and proposals hold it. */
export interface CellWords {
  readonly key: string;
  readonly field?: RequestField;
  readonly project?: string;
  readonly indicator?: Partial<Readonly<Record<Language, string>>>;
  readonly cumulation?: Cumulation;
  readonly is_year_to_date?: true;
  readonly unit?: string;
  readonly power?: number;
  readonly last?: string;
}

/** The name of the requested fact or indicator. */
export function cellName({ field, indicator, key }: CellWords, language: Language): string {
  if (indicator !== undefined) {
    const name =
      indicator[language] ??
      languages.map((one) => indicator[one]).find((one) => one !== undefined);
    return name ?? key;
  }
  if (field === undefined) return key;
  const [measure, milestone] = [findMeasureField(field), findMilestoneField(field)];
  if (measure !== undefined) return measureTerms[measure][language];
  return milestone === undefined
    ? term(projectFieldTerms, 'jobs_actual', language)
    : milestoneTerms[milestone][language];
}

/**
 * Finds what the number of a cell covers.
 * @returns undefined for a milestone and for an indicator without a sum
 */
export function cellCover({
  field,
  cumulation,
  is_year_to_date,
}: CellWords): 'month_end' | 'to_date' | 'year_to_date' | 'month' | undefined {
  if (field === 'jobs_actual') return 'month_end';
  if (field === 'amounts.output_actual' || is_year_to_date === true) return 'year_to_date';
  if (field?.startsWith('amounts.') === true || cumulation === 'since_start') return 'to_date';
  if (cumulation === 'period') return 'month';
  return field === undefined && cumulation === undefined ? 'month_end' : undefined;
}

/**
 * Finds the power of ten in which companies count money of a project. With 100 or 1,000 units to
 * the dollar they count in larger multiples: 万元, 百万円, 億ベトナム・ドン, VND bn.
 */
function companyPower(currency: string, language: Language): number {
  const size = currencySize(currency);
  if (language === 'en') return size < 3 ? 6 : 9;
  if (size >= 3) return 8;
  return language === 'ja' && size === 2 ? 6 : 4;
}

/**
 * The unit beside the field of a cell, as in the settings: a typed number × 10^power is the value.
 * Money of a project has no unit in the settings: it is typed as companies count it.
 */
export function typedUnit(
  { unit = '', power, indicator }: CellWords,
  language: Language,
): { readonly power: number; readonly label: string } {
  const ofProject =
    indicator === undefined && isCurrency(unit) ? companyPower(unit, language) : undefined;
  const of = { unit, ...compact({ power: power ?? ofProject }) };
  return { power: findPower(of, language), label: poweredUnitLabel(of, language) };
}

/**
 * Writes a value of a cell in the unit in which it is typed, with every digit, since it may be
 * accepted.
 */
export function cellValue(
  cell: CellWords,
  value: string,
  language: Language,
  hasSign = false,
): string {
  const like = scaleByTen('1', typedUnit(cell, language).power);
  return formatExactly(value, cell.unit ?? '', language, { like, signed: hasSign });
}
