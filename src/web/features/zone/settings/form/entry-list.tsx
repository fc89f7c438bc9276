import type { ReactNode } from 'react';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import * as formStyles from './settings-form.module.css';

interface EntryListProps<T> {
  readonly entries: readonly T[];
  readonly title: (entry: T) => string;
  readonly onChange: (entries: readonly T[]) => void;
  readonly add: string;
  readonly makeEntry: () => T;
  readonly children: (entry: T, put: (changes: Changed<T>) => void, at: number) => ReactNode;
}
/** Properties of an entry to change; `undefined` removes one. */
export type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined };
export const applyTo = <T extends object>(entry: T, changes: Changed<T>): T =>
  Object.fromEntries(
    Object.entries({ ...entry, ...changes }).filter(([, value]) => value !== undefined),
  ) as T;

/** A list of entries with fields, each of which can be removed; a button adds one. */
export function EntryList<T extends object>({
  entries,
  title,
  onChange,
  add,
  makeEntry,
  children,
}: EntryListProps<T>) {
  const t = useLabels(zoneFormLabels);
  return (
    <>
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: every field of an entry can be edited
        <fieldset className={formStyles.entry} key={at}>
          <legend>{title(entry) || t('unnamed')}</legend>
          {children(
            entry,
            (changes) =>
              onChange(entries.map((one, i) => (i === at ? applyTo(one, changes) : one))),
            at,
          )}
          <TextButton
            aria-label={t('remove_of', { name: title(entry) || t('unnamed') })}
            onClick={() => onChange(entries.filter((_, i) => i !== at))}
          >
            {t('remove')}
          </TextButton>
        </fieldset>
      ))}
      <Button onClick={() => onChange([...entries, makeEntry()])}>{add}</Button>
    </>
  );
}

/** Returns an unused id, such as `phase_3`. */
export function makeEntryId(kind: string, entries: readonly { readonly id: string }[]): string {
  let n = entries.length + 1;
  while (entries.some(({ id }) => id === `${kind}_${n}`)) n += 1;
  return `${kind}_${n}`;
}
