import { compact } from '#domain/values/compact.ts';
import { listMark } from '#domain/values/language.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import type { PeriodState } from '#contract/targets/schemas.ts';
import { authorWords } from '#domain/labels/index.ts';
import { formatDate, formatMonth, formatValue } from '#domain/values/format.ts';
import { addMonths, monthEnd, type Month } from '#domain/values/date.ts';
import type { ClosedPeriod, OpenPoint } from '#domain/targets/period-close.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { hasDraft, useTypedFields } from '#web/data/use-draft.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useClosePeriod, useReopenPeriod } from '#web/features/targets/queries.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { MonthSection } from '#web/features/months/month-section.tsx';
import { readDraft } from '#web/features/months/values/month-draft.ts';
import { Reopenings } from './reopenings.tsx';
import * as monthsStyles from '#web/features/months/months.module.css';

interface CloseProps {
  readonly number: number;
  readonly month: Month;
  readonly state: PeriodState;
  readonly isOwn: boolean;
  /** Doubts that nobody dismissed. Undefined until they are loaded, like causes. */
  readonly doubts: number | undefined;
  /** Targets behind plan without a cause. */
  readonly causes: number | undefined;
  readonly indicators: readonly Indicator[];
}

/** Closes the month, or shows how it was closed and what has been revised since. */
export function CloseSection(props: CloseProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const { number, month, state } = props;
  const box = useFocusAfterChange(state.closed === undefined);
  return (
    <MonthSection id="close" number={number} title={t('part_close')}>
      <div className={monthsStyles.close} ref={box} tabIndex={-1}>
        {state.closed === undefined ? (
          <OpenMonth {...props} />
        ) : (
          <ClosedMonth closed={state.closed} indicators={props.indicators} />
        )}
        <Reopenings month={month} reopenings={state.reopenings} />
      </div>
      <p className={monthsStyles.actions}>
        <Link to={hrefTo('/overview', { as_of: monthEnd(month) })}>{t('see_overview')}</Link>
        <Link to={hrefTo('/month', { month: addMonths(month, 1) })}>
          {t('next', { month: formatMonth(addMonths(month, 1), language, 'long') })}
        </Link>
      </p>
    </MonthSection>
  );
}

/** Moves the focus into the section once the button that had it is gone with its form. */
function useFocusAfterChange(isOpen: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef(isOpen);
  useEffect(() => {
    const isChanged = last.current !== isOpen;
    last.current = isOpen;
    if (isChanged && document.activeElement === document.body) box.current?.focus();
  }, [isOpen]);
  return box;
}

/** The draft of the note of a closing, which stays if someone else closes the month first. */
const useTypedNote = (month: Month) => useTypedFields(`close.${month}`);

/** The parts of the page with a note that is typed and not saved. */
const listUnsavedNotes = (month: Month) =>
  (['causes', 'achievements'] as const).filter((part) =>
    hasDraft(part === 'causes' ? `cause.${month}.` : `achievement.${month}`),
  );

const countPoints = ({ of, count = of.length }: OpenPoint): number => count;

function OpenMonth({ month, state, isOwn, doubts, causes, indicators }: CloseProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const close = useClosePeriod();
  const { texts, type, forget } = useTypedNote(month);
  const note = texts['note'] ?? '';
  const [unsaved, setUnsaved] = useState('');
  const closeSaved = () => {
    const count = Object.keys(readDraft('own', month)).length;
    const parts = listUnsavedNotes(month).map((part) => t(`part_${part}`));
    const words = [
      ...(count === 0 ? [] : [t('save_first', { n: count })]),
      ...(parts.length === 0
        ? []
        : [t('save_notes_first', { parts: parts.join(listMark(language)) })]),
    ].join(' ');
    setUnsaved(words);
    if (words === '') close.mutateAsync({ month, note }).then(forget, () => undefined);
  };
  if (!isOwn) return <p>{t('needs_own')}</p>;
  if (monthEnd(month) >= serverDay()) return <p>{t('not_ended')}</p>;
  const points = [
    ...state.points.map((point) => t(`point_${point.kind}`, { n: countPoints(point) })),
    ...(doubts === undefined || doubts === 0 ? [] : [t('point_doubt', { n: doubts })]),
    ...(causes === undefined || causes === 0 ? [] : [t('point_cause', { n: causes })]),
  ];
  return (
    <>
      <p>
        {doubts === undefined || causes === undefined
          ? t('lead_unknown')
          : points.length === 0
            ? t('note_nothing')
            : t('will_note', { points: points.join(listMark(language)) })}{' '}
        {t('close_intro')}{' '}
        <Link to={hrefTo('/report', { as_of: monthEnd(month) })}>{t('preview')}</Link>
      </p>
      <LaterChanges changes={state.changed ?? []} indicators={indicators} />
      <Field
        label={t('optional', { label: t('close_note') })}
        maxLength={500}
        value={note}
        onChange={(event) => type('note', event.target.value)}
      />
      <Button primary disabled={close.isPending} onClick={closeSaved}>
        {t('close_month', { month: formatMonth(month, language, 'long') })}
      </Button>
      {unsaved === '' ? null : (
        <p className={monthsStyles.unsaved} role="alert">
          {unsaved}
        </p>
      )}
      {close.isError ? <ErrorPanel failure={toProblem(close.error)} /> : null}
    </>
  );
}

function ClosedMonth({
  closed,
  indicators,
}: {
  readonly closed: ClosedPeriod;
  readonly indicators: readonly Indicator[];
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const reopen = useReopenPeriod();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const asClosed = { as_of: monthEnd(closed.period), known_at: closed.closed_at };
  return (
    <>
      <p role="status">
        <b>
          {t('state_closed', {
            who: authorWords(closed.closed_by, language),
            date: formatDate(zoneDay(closed.closed_at), language, 'long'),
          })}
        </b>{' '}
        <Link to={hrefTo('/overview', asClosed)}>{t('as_closed')}</Link>
      </p>
      {closed.note === undefined ? null : <p>{closed.note}</p>}
      <NoteNotStored closed={closed} />
      <LaterChanges changes={closed.changed} indicators={indicators} />
      <Field
        label={t('reopen_reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        {...compact({ error: isTried && reason.trim() === '' ? t('fill_in') : undefined })}
      />
      <Button
        disabled={reopen.isPending}
        onClick={() => {
          setTried(true);
          if (reason.trim() !== '') reopen.mutate({ month: closed.period, reason: reason.trim() });
        }}
      >
        {t('reopen')}
      </Button>
      {reopen.isError ? <ErrorPanel failure={toProblem(reopen.error)} /> : null}
    </>
  );
}

/** The note that was typed here while someone else closed the month. */
function NoteNotStored({ closed }: { readonly closed: ClosedPeriod }) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { texts, forget } = useTypedNote(closed.period);
  const note = texts['note']?.trim() ?? '';
  if (note === '' || note === closed.note) return null;
  return (
    <Notice>
      {t('note_not_stored', { who: authorWords(closed.closed_by, language), note })}{' '}
      <TextButton onClick={forget}>{t('note_forget')}</TextButton>
    </Notice>
  );
}

/** The values that differ from those of the first closing; nothing where there is none. */
function LaterChanges({
  changes,
  indicators,
}: {
  readonly changes: ClosedPeriod['changed'];
  readonly indicators: readonly Indicator[];
}) {
  const t = useLabels(monthLabels);
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{t('changed')}</h3>
      <ul>
        {changes.map((change) => (
          <LaterChange key={change.indicator} change={change} indicators={indicators} />
        ))}
      </ul>
    </>
  );
}

function LaterChange({
  change: { indicator: id, before, now, author, recorded_at, reason },
  indicators,
}: {
  readonly change: ClosedPeriod['changed'][number];
  readonly indicators: readonly Indicator[];
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const indicator = indicators.find((one) => one.id === id);
  const value = (text: string | undefined) =>
    text === undefined
      ? t('no_value')
      : formatValue(text, indicator?.unit ?? '', language, { like: now ?? before ?? text }).text;
  return (
    <li>
      {t('from_to', {
        name: indicator?.name[language] ?? '',
        from: value(before),
        to: value(now),
      })}{' '}
      <small>
        {t('changed_why', {
          who: authorWords(author, language),
          date: recorded_at === '' ? '' : formatDate(zoneDay(recorded_at), language),
          reason,
        })}
      </small>
    </li>
  );
}
