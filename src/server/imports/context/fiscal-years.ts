import { compact } from '#domain/values/compact.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import {
  fiscalYears,
  namesFiscalYear,
  namesTwoYears,
  replaceFiscalYears,
  type FiscalYear,
} from '#server/imports/values/fiscal-year.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { findSheetRow } from '#server/imports/structure/join-sheets.ts';
import type { ImportContext } from './import-context.ts';

type Answer = keyof typeof fiscalYears;
/** The answers that differ for fiscal years with two calendar years, such as FY 2027-28. */
const beginsOfTwoYears = ['april_last', 'july_last', 'october_last'] as const;
const answersByLanguage: readonly (readonly [RegExp, Answer])[] = [
  [/[\u3041-\u3096\u30a1-\u30fa]|予定|案件|[円県価実営]/, 'april_first'],
  [/[项额资预计划产总约设业]|專案|預計|萬元|[縣臺]/, 'january'],
];
/**
 * Finds the fiscal year of the country whose language the headers use.
 * @returns undefined if the headers use neither or both of the languages
 */
function fiscalYearOfLanguage({ header }: ImportContext): Answer | undefined {
  const words = [...header.columns.map(({ key }) => key), ...header.titles].join(' ');
  const [first, more] = answersByLanguage
    .filter(([pattern]) => pattern.test(words))
    .map(([, answer]) => answer);
  return more === undefined ? first : undefined;
}

/** Reads the fiscal years of a file, and asks when they begin. */
export class FiscalYears {
  readonly #context: ImportContext;
  readonly #byLanguage: Answer | undefined;
  readonly #year: FiscalYear | undefined;
  #example: { readonly row: number; readonly value: string } | undefined;
  /** Whether all fiscal years of the file name two calendar years. */
  #nameTwoYears = true;

  constructor(context: ImportContext) {
    this.#context = context;
    this.#byLanguage = fiscalYearOfLanguage(context);
    const answer = readTextAnswer(context.request.answers, 'fiscal_year') ?? this.#byLanguage;
    this.#year =
      answer !== undefined && Object.hasOwn(fiscalYears, answer)
        ? fiscalYears[answer as Answer]
        : undefined;
  }
  /** The month in which fiscal years begin, from 1. Undefined while it is unknown. */
  get begins(): number | undefined {
    return this.#year?.begins;
  }
  /**
   * Replaces fiscal years in a cell by months.
   * @returns undefined if the beginning of its fiscal year is unknown
   */
  read(cell: Cell, row: number): Cell | undefined {
    if (namesFiscalYear(cell)) {
      this.#example ??= { row, value: String(cell).trim().slice(0, 40) };
      this.#nameTwoYears &&= namesTwoYears(cell);
      if (this.#year === undefined) return undefined;
    }
    return replaceFiscalYears(cell, this.#year ?? fiscalYears.january);
  }
  ask(): void {
    if (this.#example === undefined) return;
    const { questions } = this.#context;
    questions.ask(
      'fiscal_year',
      'q_fiscal_year',
      this.#nameTwoYears
        ? beginsOfTwoYears.map((answer) => questions.choice(answer, `c_two_years_${answer}`))
        : (Object.keys(fiscalYears) as Answer[]).map((answer) =>
            questions.choice(answer, `c_fiscal_${answer}`),
          ),
      {
        values: { ...this.#example, row: findSheetRow(this.#context.parts, this.#example.row) },
        ...compact({ default: this.#byLanguage }),
      },
    );
  }
}
