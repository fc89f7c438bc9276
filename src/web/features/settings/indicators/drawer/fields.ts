import type { Translate } from '#web/i18n/text.ts';
import type {
  DraftFault,
  DraftFaults,
} from '#web/features/settings/indicators/draft/read-target.ts';
import type { DraftOf, TargetDraft } from '#web/features/settings/indicators/draft/target-draft.ts';
import type { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';

/** The props of each group of fields of a target. `faults` are those to show. */
export interface FieldsProps {
  readonly draft: TargetDraft;
  readonly change: (changes: Partial<TargetDraft>) => void;
  readonly faults: DraftFaults;
  readonly of: DraftOf;
}

/** Writes the words of a fault. @returns undefined without a fault */
export const faultText = (
  fault: DraftFault | undefined,
  t: Translate<(typeof indicatorLabels)['en']>,
): string | undefined => (fault === undefined ? undefined : t(`fault_${fault}`));

/** The labels of the comparators with a number. */
export const comparatorKeys = {
  '>': 'over',
  '>=': 'least',
  '<': 'under',
  '<=': 'most',
  '=': 'equal',
} as const;
