import { useState } from 'react';
import type { Month } from '#domain/values/date.ts';
import { useSession } from '#web/data/view-queries.ts';
import { useHydrated } from '#web/ui/use-hydrated.ts';
import {
  keepUnsavedRows,
  readUnsavedRows,
  toFields,
  toUnsavedFields,
  type UnsavedRows,
} from './unsaved-rows.ts';
import { keepDraft, readDraft, type Fields } from './month-draft.ts';
import type { ReadRow } from './row-values.ts';

const noFields: Fields = {};

/**
 * The typed rows of a month, which this browser stores at each change, and those that were typed
 * earlier and not saved. The earlier ones wait until the reader takes or discards them. A tab that
 * still holds its own rows offers none.
 *
 * @param read - reads all rows with the typed fields
 */
export function useTypedRows(
  { origin, month }: { readonly origin: string; readonly month: Month },
  read: (fields: Fields) => readonly ReadRow[],
) {
  const session = useSession().data;
  const person = session === undefined ? '' : `${session.mode}.${session.name}`;
  const key = { origin, month, person };
  // the server that drew the page knows no rows of this browser
  const isHydrated = useHydrated();
  const [typedFields, setFields] = useState(() => readDraft(origin, month));
  const [unsavedRows, setUnsaved] = useState(() =>
    Object.keys(typedFields).length === 0 ? readUnsavedRows(key) : undefined,
  );
  const fields = isHydrated ? typedFields : noFields;
  const unsaved = isHydrated ? unsavedRows : undefined;
  const keep = (next: Fields, earlier: UnsavedRows | undefined): void => {
    const before = readUnsavedRows(key)?.fields ?? {};
    setFields(next);
    setUnsaved(earlier);
    keepDraft(origin, month, next);
    keepUnsavedRows(key, { ...earlier?.fields, ...toUnsavedFields(next, read(next), before) });
  };
  return {
    fields,
    write: (next: Fields) => keep(next, unsaved),
    unsaved,
    takeUnsaved: () => {
      if (unsaved !== undefined) keep({ ...toFields(unsaved, read(fields)), ...fields }, undefined);
    },
    discardUnsaved: () => keep(fields, undefined),
  };
}
