import { type ReactNode, useEffect, useRef, useState } from 'react';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { useHasFault } from './faults.tsx';
import * as formStyles from './settings-form.module.css';

interface EntryListProps<T> {
  readonly entries: readonly T[];
  /** The path of an entry in the zone, as `partners.bank`. */
  readonly path: (entry: T) => string;
  readonly title: (entry: T) => string;
  /** The text beside the title of a stored entry. */
  readonly note?: (entry: T) => string | undefined;
  readonly onChange: (entries: readonly T[]) => void;
  readonly add: string;
  readonly makeEntry: () => T;
  readonly children: (entry: T, put: (changes: ChangesOf<T>) => void) => ReactNode;
}
/** Properties of an entry to change; `undefined` removes one. */
export type ChangesOf<T> = { readonly [K in keyof T]?: T[K] | undefined };
/** Applies changes to an entry. @returns a new entry without the removed properties */
export const applyTo = <T extends object>(entry: T, changes: ChangesOf<T>): T =>
  Object.fromEntries(
    Object.entries({ ...entry, ...changes }).filter(([, value]) => value !== undefined),
  ) as T;

/**
 * A list of entries, folded to their names; new and faulty ones are open. A button adds one and
 * moves the focus into it.
 */
export function EntryList<T extends object>({
  entries,
  path,
  title,
  note,
  onChange,
  add,
  makeEntry,
  children,
}: EntryListProps<T>) {
  const [storedCount] = useState(entries.length);
  const [addedAt, setAddedAt] = useState<number>();
  const addRow = useRef<HTMLDivElement>(null);
  return (
    <>
      {entries.map((entry, at) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: every field of an entry can be edited
          key={at}
          path={path(entry)}
          title={title(entry)}
          note={note?.(entry)}
          isNew={at >= storedCount}
          isAdded={at === addedAt}
          onRemove={() => {
            setAddedAt(undefined);
            onChange(entries.filter((_, i) => i !== at));
            addRow.current?.querySelector('button')?.focus();
          }}
        >
          {children(entry, (changes) =>
            onChange(entries.map((one, i) => (i === at ? applyTo(one, changes) : one))),
          )}
        </Entry>
      ))}
      <div className={formStyles.add} ref={addRow}>
        <Button
          onClick={() => {
            setAddedAt(entries.length);
            onChange([...entries, makeEntry()]);
          }}
        >
          {add}
        </Button>
      </div>
    </>
  );
}

function Entry({
  path,
  title,
  note,
  isNew,
  isAdded,
  onRemove,
  children,
}: {
  readonly path: string;
  readonly title: string;
  readonly note: string | undefined;
  readonly isNew: boolean;
  /** The button made it just now. */
  readonly isAdded: boolean;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  const t = useLabels(zoneFormLabels);
  const [isOpen, setOpen] = useState(isNew);
  const isWrong = useHasFault(path);
  const entry = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isAdded) entry.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [isAdded]);
  const name = title || t('unnamed');
  return (
    <details
      ref={entry}
      className={formStyles.entry}
      aria-label={name}
      open={isOpen || isWrong}
      onToggle={(event) =>
        event.target === event.currentTarget && setOpen(event.currentTarget.open)
      }
    >
      <summary>
        {name}
        {note === undefined ? null : <small data-listed>{note}</small>}
      </summary>
      {children}
      <TextButton aria-label={t('remove_of', { name })} onClick={onRemove}>
        {t('remove')}
      </TextButton>
    </details>
  );
}

/**
 * Returns a new id, such as `phase_k3x9q2m1`. It is random instead of counted: the id of a removed
 * entry keeps its history and is never reused.
 */
export function makeEntryId(kind: string): string {
  const randomNumbers = crypto.getRandomValues(new Uint32Array(2));
  return `${kind}_${Array.from(randomNumbers, (n) => n.toString(36)).join('')}`;
}
