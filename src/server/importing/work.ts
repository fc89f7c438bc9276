import type { ImportAnswers, ImportPreview } from '#contract/imports.ts';
import type { Table } from './files/table.ts';
import type { ImportPlan, ImportProgress, ImportRequest } from './plan.ts';
import type { Problems } from './problems.ts';
import type { Questions } from './questions.ts';
import type { TableHeader } from './structure/header.ts';

/** What the steps share. */
export interface Work {
  readonly request: ImportRequest;
  readonly table: Table;
  readonly header: TableHeader;
  readonly problems: Problems;
  readonly questions: Questions;
  /** Decisions of last time for a file of this shape. */
  readonly remembered: ImportAnswers | undefined;
  readonly onProgress: (progress: ImportProgress) => void;
}
/** What one kind of file gives; the rest of the plan is the same for both. */
export type Planned = Pick<ImportPlan, 'records' | 'sources' | 'columns' | 'observations'> & {
  readonly preview: Pick<
    ImportPreview,
    'kind' | 'columns' | 'rows' | 'sums' | 'printed_totals' | 'changes' | 'stages' | 'ledger' | 'choices'
  > & {
    readonly as_of?: string;
  };
  readonly currency: string;
  readonly industries: readonly string[];
};
