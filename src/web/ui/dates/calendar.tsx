import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  addDays,
  addMonths,
  dayNumber,
  isIsoDate,
  isMonth,
  monthEnd,
  toMonth,
} from '#domain/values/date.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { zoneTimeZone } from '#web/i18n/zone-time.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { dateLabels } from './labels/index.ts';
import { type DateKind, writeDate } from './use-typed-date.ts';
import * as datesStyles from './dates.module.css';

interface CalendarProps {
  readonly kind: DateKind;
  readonly value: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onChoose: (date: string) => void;
}

const week = 7;
/** Monday is 0; day 0 of the epoch was a Thursday. */
const weekday = (day: string): number => (((dayNumber(day) + 3) % week) + week) % week;

/** A day with the same number in another month, or its last one. */
function moveMonths(day: string, count: number): string {
  const month = addMonths(toMonth(day), count);
  const last = monthEnd(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The step of a key in a calendar of days, or of months in rows of three. */
function keyStep(key: string, kind: DateKind): ((date: string) => string) | undefined {
  const days = (count: number) => (day: string) => addDays(day, count);
  const months = (count: number) => (date: string) =>
    kind === 'month' ? addMonths(date, count) : moveMonths(date, count);
  const one = kind === 'month' ? months : days;
  const row = kind === 'month' ? 3 : week;
  const page = kind === 'month' ? 12 : 1;
  const steps: Readonly<Record<string, (date: string) => string>> = {
    ArrowLeft: one(-1),
    ArrowRight: one(1),
    ArrowUp: one(-row),
    ArrowDown: one(row),
    PageUp: months(-page),
    PageDown: months(page),
  };
  return steps[key];
}

/** The cells of a page in rows: the days of a month with gaps before them, or twelve months. */
function pageRows(page: string, kind: DateKind): readonly (readonly (string | undefined)[])[] {
  const cells: (string | undefined)[] =
    kind === 'month'
      ? Array.from({ length: 12 }, (_, at) => addMonths(`${page.slice(0, 4)}-01`, at))
      : [
          ...Array.from({ length: weekday(`${page}-01`) }, () => undefined),
          ...Array.from({ length: Number(monthEnd(page).slice(8)) }, (_, at) =>
            addDays(`${page}-01`, at),
          ),
        ];
  const length = kind === 'month' ? 3 : week;
  return Array.from({ length: Math.ceil(cells.length / length) }, (_, at) =>
    cells.slice(at * length, (at + 1) * length),
  );
}

/** The names of the days of the week from Monday on. */
const weekdays = (language: string): readonly { readonly short: string; readonly long: string }[] =>
  Array.from({ length: week }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1 + at));
    const name = (width: 'narrow' | 'long') =>
      new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(day);
    return { short: name('narrow'), long: name('long') };
  });

const focusDay = (table: HTMLTableElement | null): void =>
  table?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();

function WeekdayHeads() {
  return (
    <thead>
      <tr>
        {weekdays(useLanguage()).map(({ short, long }) => (
          <th key={long} scope="col" abbr={long}>
            {short}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A month of days or a year of months. Arrow keys move within it and from page to page. */
export function Calendar({ kind, value, min, max, onChoose }: CalendarProps) {
  const t = useLabels(dateLabels);
  const language = useLanguage();
  const now = dayIn(new Date(), zoneTimeZone());
  const today = kind === 'month' ? toMonth(now) : now;
  const isRead = kind === 'month' ? isMonth(value) : isIsoDate(value);
  const inside = (date: string): string =>
    min !== undefined && date < min ? min : max !== undefined && date > max ? max : date;
  const [at, setAt] = useState(isRead ? value : inside(today));
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    focusDay(table.current);
    // the last week may be below the window
    table.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const isOut = (date: string): boolean =>
    (min !== undefined && date < min) || (max !== undefined && date > max);
  const move = (event: KeyboardEvent): void => {
    const step = keyStep(event.key, kind);
    if (step === undefined) return;
    event.preventDefault();
    flushSync(() => setAt(step(at)));
    focusDay(table.current);
  };
  const turnPage = (back: boolean): void =>
    setAt(keyStep(back ? 'PageUp' : 'PageDown', kind)?.(at) ?? at);
  const page = at.slice(0, 7);
  return (
    <div className={datesStyles.calendar}>
      <div className={datesStyles.head}>
        <IconButton icon="left" label={t('earlier')} onClick={() => turnPage(true)} />
        <b aria-live="polite">
          {kind === 'month' ? page.slice(0, 4) : formatMonth(page, language)}
        </b>
        <IconButton icon="right" label={t('later')} onClick={() => turnPage(false)} />
      </div>
      <table ref={table} onKeyDown={move}>
        {kind === 'month' ? null : <WeekdayHeads />}
        <tbody>
          {pageRows(page, kind).map((cells) => (
            <tr key={cells.find((cell) => cell !== undefined)}>
              {cells.map((cell, place) =>
                cell === undefined ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the gaps before the first day have no other name
                  <td key={place} />
                ) : (
                  <td key={cell}>
                    <button
                      type="button"
                      tabIndex={cell === at ? 0 : -1}
                      aria-label={writeDate(cell, kind, language)}
                      aria-pressed={cell === value}
                      aria-current={cell === today ? 'date' : undefined}
                      disabled={isOut(cell) && cell !== at}
                      aria-disabled={isOut(cell) ? true : undefined}
                      onClick={() => {
                        if (!isOut(cell)) onChoose(cell);
                      }}
                    >
                      {kind === 'month'
                        ? formatMonth(cell, language, 'name')
                        : Number(cell.slice(8))}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isRead ? (
        <p>{kind === 'month' ? formatMonth(value, language) : formatDate(value, language)}</p>
      ) : null}
    </div>
  );
}
