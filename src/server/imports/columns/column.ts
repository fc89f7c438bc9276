import type { AmountUnit } from '#server/imports/values/unit.ts';
import type { NumberSign } from '#server/imports/values/number.ts';
import type { DateNotation } from '#server/imports/values/date-notation.ts';
import type { DateOrder } from '#server/imports/values/date.ts';
import type { ImportColumn } from '#contract/imports/preview-schemas.ts';
import type { FormatCurrency } from '#server/imports/read/table.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';

/** One column of the file and the meaning of its cells. */
export interface Column {
  readonly index: number;
  /** The unique header, which is the key of the answer `mapping`. */
  readonly key: string;
  readonly field?: Field;
  readonly how: ImportColumn['how'];
  /** Whether the header has several meanings, and neither cells nor an answer decided. */
  readonly open: boolean;
  readonly unit?: AmountUnit;
  /** The m² of the unit of areas in its header. */
  readonly area?: number;
  readonly sign?: NumberSign;
  readonly order?: DateOrder;
  /** How it writes its days. Omitted where it has no field of dates. */
  readonly dates?: DateNotation;
  readonly examples: readonly string[];
  readonly empty: boolean;
  readonly isHidden?: boolean;
  readonly currency?: FormatCurrency;
  /** Whether it has no field although its numbers may be amounts. */
  readonly mayBeMoney?: boolean;
  /** Whether it has no field although its few words may be stages. */
  readonly mayBeStages?: boolean;
}
