import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { EditionFacts } from '#server/projects/history/statement-store.ts';
import type { Table } from '#server/imports/read/table.ts';
import type { SheetPart } from '#server/imports/structure/join-sheets.ts';
import type { Packing } from './packed-list.ts';
import type { PackedProjects } from './packed-projects.ts';
import type { ImportPlan, ImportProgress, ImportRequest } from '#server/imports/import-plan.ts';
import type { Problems } from './problems.ts';
import type { Choice, Questions } from './questions.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';

/** What the steps share. */
export interface ImportContext {
  readonly request: Omit<ImportRequest, 'bytes'>;
  readonly table: Table;
  readonly header: TableHeader;
  /** The sheets that are read as one register; none where one is read. */
  readonly parts: readonly SheetPart[];
  readonly problems: Problems;
  readonly questions: Questions;
  /** False where only the preview is wanted, and nothing of what would be stored. */
  readonly isKept: boolean;
  readonly packing: Packing;
  /** Answers that follow from others and are kept with them, by their ids. */
  readonly learned: Map<string, ImportAnswers[string]>;
  /** Decisions of last time for a file of this shape. */
  readonly remembered: ImportAnswers | undefined;
  /** Said often; where the work shares its thread, the thread is let breathe. */
  readonly onProgress: (progress: ImportProgress) => void | Promise<void>;
}
/** What one kind of file gives; the rest of the plan is the same for both. */
export type PlannedImport = Pick<ImportPlan, 'columns' | 'observations'> & {
  readonly projects: PackedProjects;
  readonly facts: Pick<
    ImportPlan['facts'],
    | 'kind'
    | 'columns'
    | 'rows'
    | 'sums'
    | 'printed_totals'
    | 'changes'
    | 'stages'
    | 'ledger'
    | 'unlisted'
    | 'samples'
  > & {
    readonly as_of?: string;
  };
  readonly choices: { readonly fields: readonly Choice[]; readonly stages: readonly Choice[] };
  readonly currency: string;
  readonly industries: readonly string[];
  readonly edition?: EditionFacts;
};
