import type { ImportRows } from '#domain/changes/unused-rows.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageGroup, StageOrUnknown } from '#domain/projects/stage.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { ProblemDetail } from '#contract/core/problem.ts';

export const questionKinds = [
  'file_kind',
  'sheet',
  'encoding',
  'currency',
  'unit',
  'date_order',
  'mapping',
  'stage_words',
  'several_rows',
  'sample_data',
  'zone_name',
  'as_of',
  'same_project',
  'table',
  'unlisted',
  'replans',
  'edition_change',
  'renamed_codes',
  'renamed_columns',
  'amount_column',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The fields whose columns name a project, the first that a register has. */
export const namingFields = ['project_name', 'company_name', 'investor_name'] as const;
/** Whether one of the columns, by their fields, says which project a row is of. */
export const namesProjects = (fields: readonly (string | undefined)[]): boolean =>
  ['project_id', ...namingFields].some((field) => fields.includes(field));

/** An open question of a preview. `answers[id]` of the commit takes one choice, or a map for `mapping` and `stage_words`. */
export interface ImportQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  /** `examples`: lines of the file as they read with a choice, for `encoding`. */
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly examples?: readonly string[];
  }[];
  /** For `mapping` and `stage_words`: the things to map, each with a proposal. */
  readonly items?: readonly {
    readonly key: string;
    readonly count: number;
    readonly proposal?: string;
    readonly examples?: readonly string[];
  }[];
  readonly default?: string;
  /** The answer that the evidence speaks for, of a question without a default. */
  readonly proposal?: string;
  /** What the question rests on, one sentence each. */
  readonly reasons?: readonly string[];
}
export interface ImportColumn {
  readonly index: number;
  readonly header: string;
  readonly field?: string;
  readonly unit?: string;
  readonly currency?: string;
  readonly how: 'synonym' | 'similar' | 'content' | 'remembered' | 'user' | 'unmatched' | 'ignored';
  readonly examples: readonly string[];
}
export interface ImportChange {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly from?: string;
  readonly to?: string;
}
/** Counts and sums of a group of the ledger, per currency. */
export interface LedgerSide {
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly WireMoney[];
}
export interface LastValue {
  readonly period: string;
  readonly value: string;
}
/** The ledger before an import and after it; without own data there is no before. */
export interface ImportLedger {
  readonly groups: readonly {
    readonly group: StageGroup;
    readonly before?: LedgerSide;
    readonly after: LedgerSide;
  }[];
  readonly indicators: readonly {
    readonly indicator: string;
    readonly before?: LastValue;
    readonly after?: LastValue;
  }[];
  /** Projects that are going on or on hold; absent for a series. */
  readonly listed?: { readonly before?: LedgerSide; readonly after: LedgerSide };
  /** Those by their stage. */
  readonly stages: readonly {
    readonly stage: StageOrUnknown;
    readonly before?: number;
    readonly after: number;
  }[];
}
/** A row of the file as it reads, to be looked at beside a question. */
export interface ImportSample {
  readonly row: number;
  readonly name: string;
  /** The cells of the amount and of the stage, as they stand. */
  readonly amount?: string;
  readonly stage?: string;
}
/** A cell or row that is doubted. `kind`: what it has in common with others. */
export interface ImportDoubt extends ProblemDetail {
  readonly kind: string;
}
/** What the register would be with one answer to a question. */
export interface ImportEffect {
  readonly value: string;
  readonly rows: ImportRows;
  readonly ledger: ImportLedger;
}
type Choices = ImportQuestion['choices'];
/** A table of the file; its id is the answer to `table`. */
export interface ImportTable {
  readonly id: string;
  readonly sheet?: string;
  /** The row of its header. */
  readonly row: number;
  readonly kind: 'projects' | 'observations';
  /** Rows below the header; of another sheet, as many as were looked at. */
  readonly rows: number;
}
/** What an import would do. Preview and commit use one plan. */
export interface ImportPreview {
  readonly id: string;
  readonly file: string;
  readonly kind: 'projects' | 'observations';
  readonly sheet?: string;
  readonly sheets: readonly string[];
  readonly encoding?: string;
  /** Encodings that the file can be read in; empty for a workbook. */
  readonly encodings: readonly string[];
  readonly header_row: number;
  /** The tables of the file: all of the sheet that is read, and the first of each other sheet. */
  readonly tables: readonly ImportTable[];
  /** The id of the one that is read. */
  readonly table: string;
  readonly as_of?: IsoDate;
  readonly columns: readonly ImportColumn[];
  readonly rows: ImportRows;
  /** Sums per measure and currency over the rows that would be stored. */
  readonly sums: readonly {
    readonly measure: Measure | string;
    readonly currency: string;
    readonly minor: string;
    readonly count: number;
    readonly missing: number;
  }[];
  /** Totals printed in the file against the sums of its rows. */
  readonly printed_totals: readonly {
    readonly column: string;
    readonly printed: string;
    readonly sum: string;
    readonly agrees: boolean;
    readonly row: number;
  }[];
  /** First 200 changes, old → new. */
  readonly changes: readonly ImportChange[];
  /** What is doubted, of all kinds together the first 500. */
  readonly problems: readonly ImportDoubt[];
  /** How many doubts of each kind there are, those with most first. */
  readonly doubts: readonly {
    readonly kind: string;
    readonly title: string;
    readonly count: number;
  }[];
  /** Two rows of a register. */
  readonly samples: readonly ImportSample[];
  /** The shape of the file, under which its recipe is kept. */
  readonly shape: string;
  readonly questions: readonly ImportQuestion[];
  /** Questions that an answer has settled, so that it can be changed. */
  readonly settled: readonly ImportQuestion[];
  /** The answers that hold, those remembered from a file of this shape among them. */
  readonly answers: ImportAnswers;
  /** Questions whose answer comes from a file of this shape. */
  readonly remembered: readonly string[];
  /** What a column and a stage word can be mapped to; empty for a series. */
  readonly choices: { readonly fields: Choices; readonly stages: Choices };
  readonly ledger: ImportLedger;
  /**
   * Projects that are on the register and in no row of the newest edition. `left`: how many leave it by the answer to
   * `unlisted`; of those listed here, at most 200, each says on which day. A project without a day stays.
   */
  readonly unlisted?: {
    readonly count: number;
    readonly left: number;
    readonly projects: readonly {
      readonly code: string;
      readonly name: string;
      readonly stage: StageOrUnknown;
      readonly day?: IsoDate;
    }[];
  };
  /** Counts by stage word and mapped stage. */
  readonly stages: readonly {
    readonly word: string;
    readonly stage: string;
    readonly count: number;
  }[];
}
export type ImportAnswers = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
export interface ImportCommit {
  readonly revision: number;
  readonly rows: ImportRows;
  /** The day that the imported data is of: open the overview there. */
  readonly as_of?: IsoDate;
}
/** How far the reading of a file, or its storing, has come. */
export interface ImportRun {
  readonly phase: 'waiting' | 'reading' | 'matching' | 'comparing' | 'storing';
  /** 0–1, of the phase. */
  readonly share: number;
  readonly rows: number;
}
