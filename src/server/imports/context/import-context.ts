import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { EditionFacts } from '#server/projects/history/statement-store.ts';
import type { Table } from '#server/imports/read/table.ts';
import type { SheetPart } from '#server/imports/structure/join-sheets.ts';
import type { Packing } from '#server/imports/packing/packed-list.ts';
import type { TextSet } from '#server/imports/packing/text-set.ts';
import type { PackedProjects } from './packed-projects.ts';
import type { ImportPlan, ImportProgress, ImportRequest } from '#server/imports/import-plan.ts';
import type { Problems } from './problems.ts';
import type { Choice, Questions } from './questions.ts';
import type { DayOrigin } from '#server/imports/structure/titles/stated-days.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';

/** The data that the steps of an import share. */
export interface ImportContext {
  readonly request: Omit<ImportRequest, 'bytes'>;
  readonly table: Table;
  readonly header: TableHeader;
  /** The sheets that are read as one register; empty for a single sheet. */
  readonly parts: readonly SheetPart[];
  readonly problems: Problems;
  readonly questions: Questions;
  /** Whether the plan keeps its projects for storing. A preview alone does not need them. */
  readonly isKept: boolean;
  readonly packing: Packing;
  /** Answers that follow from other answers and are stored with them, by id. */
  readonly learned: Map<string, ImportAnswers[string]>;
  /** The stored answers for a file of this shape. */
  readonly remembered: ImportAnswers | undefined;
  /**
   * Reports progress. Steps call it often, since on a shared thread it yields to the event loop.
   */
  readonly onProgress: (progress: ImportProgress) => void | Promise<void>;
}
/** The part of a plan that depends on the kind of file. */
export type PlannedImport = Pick<ImportPlan, 'columns' | 'observations' | 'indicators'> & {
  readonly projects: PackedProjects;
  /** The known projects that the file names or ends. Omitted for a series and a first register. */
  readonly named?: Pick<TextSet, 'has'>;
  readonly facts: Pick<
    ImportPlan['facts'],
    | 'kind'
    | 'columns'
    | 'rows'
    | 'sums'
    | 'printed_totals'
    | 'changes'
    | 'has_more_changes'
    | 'stages'
    | 'register_totals'
    | 'created'
    | 'unlisted'
    | 'samples'
  > & {
    readonly as_of?: string;
  };
  readonly choices: { readonly fields: readonly Choice[]; readonly stages: readonly Choice[] };
  readonly dayOrigin?: DayOrigin;
  /** The currency of most amounts. Omitted where nothing in the file or the answers says it. */
  readonly currency?: string;
  readonly industries: readonly string[];
  readonly edition?: EditionFacts;
};
