import { useEffect, useRef, useState } from 'react';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { readTypedDay, readTypedMonth } from '#domain/values/reading/typed-day.ts';
import { isIsoDate, isMonth } from '#domain/values/date.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { dateLabels } from './labels/index.ts';

export type DateKind = 'date' | 'month';
/** The part of an input event that handlers read. */
export interface ValueEvent {
  readonly target: { readonly value: string };
}

export interface DateInputProps {
  /** A whole day, or a month. */
  readonly kind?: DateKind;
  /** YYYY-MM-DD or YYYY-MM; empty where there is none. */
  readonly value: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean;
  /** The value is empty while the text can't be read. */
  readonly onChange: (event: ValueEvent) => void;
}

/** Writes a value for the page; other texts are unchanged. */
export const writeDate = (value: string, kind: DateKind, language: Language): string => {
  if (kind === 'month') return isMonth(value) ? formatMonth(value, language) : value;
  return isIsoDate(value) ? formatDate(value, language) : value;
};

/** The text of a date field, its fault, and its handlers. */
export function useTypedDate({ kind = 'date', value, min, max, onChange }: DateInputProps) {
  const t = useLabels(dateLabels);
  const language = useLanguage();
  const write = (date: string) => writeDate(date, kind, language);
  const [draft, setDraft] = useState<string>();
  const [isLeft, setLeft] = useState(false);
  const lastValue = useRef(value);
  useEffect(() => {
    // a value from elsewhere replaces the typed text
    if (value !== lastValue.current) setDraft(undefined);
    lastValue.current = value;
  }, [value]);
  const read = (text: string) => (kind === 'month' ? readTypedMonth(text) : readTypedDay(text));
  const send = (date: string): void => {
    lastValue.current = date;
    if (date !== value) onChange({ target: { value: date } });
  };
  const example = write(kind === 'month' ? '2026-11' : '2026-11-27');
  const text = draft ?? write(value);
  const reading = text.trim() === '' ? undefined : read(text);
  const isUnread = reading !== undefined && 'fault' in reading;
  const faultOf = (): string | undefined => {
    if (reading === undefined) return undefined;
    if ('fault' in reading) {
      if (reading.fault === 'no_such_day') return t('no_such_day');
      return t(reading.fault === 'two_ways' ? 'two_ways' : 'unreadable', { date: example });
    }
    if (min !== undefined && reading.value < min) return t('too_early', { date: write(min) });
    if (max !== undefined && reading.value > max) return t('too_late', { date: write(max) });
    return undefined;
  };
  const fault = faultOf();
  return {
    text,
    example,
    fault,
    /** Whether the text can't be read, so that the value is empty. */
    isUnread,
    /** The fault once the field has lost the focus; none is shown while typing. */
    shownFault: isLeft || draft === undefined ? fault : undefined,
    type: (next: string): void => {
      setDraft(next);
      setLeft(false);
      const nextReading = next.trim() === '' ? { value: '' } : read(next);
      send('value' in nextReading ? nextReading.value : '');
    },
    leave: (): void => {
      setLeft(true);
      if (fault === undefined) setDraft(undefined);
    },
    choose: (date: string): void => {
      setDraft(undefined);
      send(date);
    },
  };
}
