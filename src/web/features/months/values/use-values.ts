import { useState } from 'react';
import type { Drafts } from '#contract/targets/month-schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import { useAddObservations } from '#web/features/targets/queries.ts';
import { useSaveDrafts } from '#web/features/months/queries.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { useLanguage } from '#web/i18n/text.ts';
import type { Fields } from './month-draft.ts';
import { isAsking, readRow, type Field, type ReadRow, type Row } from './row-values.ts';
import { useTypedRows } from './use-typed-rows.ts';

/** The result of the last save, for its message. */
interface SaveResult {
  readonly kind: 'values' | 'drafts' | 'undone';
  readonly at: string;
  readonly count: number;
  readonly revision: number;
}
export interface ValuesOptions {
  readonly origin: string;
  readonly month: Month;
  readonly rows: readonly Row[];
  readonly isClosed: boolean;
}

/** Makes the draft of a row. */
const toDraft = ({ send, draft, indicator }: ReadRow): Drafts['values'] =>
  send === undefined
    ? []
    : [
        {
          indicator: indicator.id,
          value: send.value,
          ...compact({ missing: send.missing, source: send.source }),
          seen: draft?.revision ?? 0,
        },
      ];

/** Holds the values of one month: the typed texts, the parsed rows, and saving. */
export function useValues({ origin, month, rows, isClosed }: ValuesOptions) {
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState<SaveResult>();
  const add = useAddObservations();
  const drafts = useSaveDrafts(month);
  const undo = useUndoRevision();
  const read = (draft: Fields) =>
    rows.map((row) => readRow(row, draft[row.indicator.id], month, language));
  const { fields, write, ...earlier } = useTypedRows({ origin, month }, read);
  const reads = read(fields);
  const values = reads.flatMap(({ send }) => send ?? []);
  const isAskingAny = reads.some(isAsking);
  const needsReason = isClosed && values.length > 0 && reason.trim() === '';
  const onStored =
    (kind: SaveResult['kind']) => (reply: { revision: number; changed?: number }) => {
      const { revision, changed = 0 } = reply;
      write({});
      setReason('');
      setSaved({ kind, at: new Date().toISOString(), count: changed, revision });
    };
  return {
    reads,
    values,
    reason,
    setReason,
    saved,
    isAsking: isAskingAny,
    needsReason,
    isDirty: Object.keys(fields).length > 0,
    isSaving: add.isPending || drafts.isPending || undo.isPending,
    failure: add.error ?? drafts.error ?? undo.error,
    change: (id: string, field: Field) => write({ ...fields, [id]: field }),
    restore: (id: string) =>
      write(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== id))),
    discard: () => write({}),
    ...earlier,
    save: () => {
      drafts.reset();
      add.mutate(
        { values, ...compact({ reason: reason.trim() === '' ? undefined : reason.trim() }) },
        { onSuccess: onStored('values') },
      );
    },
    saveDrafts: () => {
      add.reset();
      drafts.mutate(
        {
          values: reads.flatMap(toDraft),
        },
        { onSuccess: onStored('drafts') },
      );
    },
    undo: ({ revision }: SaveResult) =>
      undo.mutate({ revision }, { onSuccess: onStored('undone') }),
  };
}
export type Values = ReturnType<typeof useValues>;
