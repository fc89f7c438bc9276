import { zoneDay } from '#web/i18n/zone-time.ts';
import { formatDate, formatMonth, formatValue } from '#domain/values/format.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { ClosedPeriod, OpenPoint } from '#domain/targets/period-close.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { authorWords, term } from '#domain/labels/index.ts';
import { doubtTerms } from '#domain/labels/projects/doubt.ts';
import {
  useClosePeriod,
  usePeriod,
  usePeriods,
  useReopenPeriod,
} from '#web/features/targets/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as targetsStyles from '#web/features/targets/targets.module.css';

function OpenPoints({
  points,
  indicators,
}: {
  readonly points: readonly OpenPoint[];
  readonly indicators: readonly Indicator[];
}) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  if (points.length === 0) return <p>{t('nothing_open')}</p>;
  return (
    <ul className={targetsStyles.list}>
      {points.map(({ kind, of, count = of.length }) => (
        <li key={kind}>
          {t(`open_${kind}`, { n: count })}{' '}
          <small>
            {of
              .map(
                (id) =>
                  indicators.find((indicator) => indicator.id === id)?.name[language] ??
                  term(doubtTerms, id, language),
              )
              .join(' · ')}
            {count > of.length ? ' …' : ''}
          </small>
        </li>
      ))}
    </ul>
  );
}

function ClosedMonth({
  closed,
  indicators,
}: {
  readonly closed: ClosedPeriod;
  readonly indicators: readonly Indicator[];
}) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const { texts, type, forget } = useTypedFields(`reopen.${closed.period}`);
  const reason = texts['reason'] ?? '';
  const reopen = useReopenPeriod();
  const value = (id: string, text: string | undefined) =>
    text === undefined
      ? t('no_value')
      : formatValue(text, indicators.find((one) => one.id === id)?.unit ?? '', language).text;
  return (
    <details>
      <summary>
        <b>{formatMonth(closed.period, language, 'long')}</b>{' '}
        {t('closed_by', {
          who: authorWords(closed.closed_by, language),
          date: formatDate(zoneDay(closed.closed_at), language, 'long'),
        })}
        {closed.changed.length === 0 ? null : (
          <b className={targetsStyles.changed}> · {t('changed_n', { n: closed.changed.length })}</b>
        )}
      </summary>
      {closed.note === undefined ? null : <p>{closed.note}</p>}
      {closed.definitions === undefined ? null : (
        <p>{definitionsLine(closed.definitions, language)}</p>
      )}
      <OpenPoints points={closed.points} indicators={indicators} />
      {closed.changed.length === 0 ? null : (
        <ul className={targetsStyles.list}>
          {closed.changed.map(({ indicator, before, now }) => (
            <li key={indicator}>
              {t('from_to', {
                name: indicators.find((one) => one.id === indicator)?.name[language] ?? indicator,
                from: value(indicator, before),
                to: value(indicator, now),
              })}
            </li>
          ))}
        </ul>
      )}
      <div className={targetsStyles.line}>
        <Field
          label={t('reopen_reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => type('reason', event.target.value)}
        />
        <Button
          disabled={reason.trim() === '' || reopen.isPending}
          onClick={() =>
            reopen.mutate({ month: closed.period, reason: reason.trim() }, { onSuccess: forget })
          }
        >
          {t('reopen')}
        </Button>
      </div>
      {reopen.isError ? <ErrorPanel failure={toProblem(reopen.error)} /> : null}
    </details>
  );
}

interface CloseMonthProps {
  readonly own: boolean;
  readonly months: readonly Month[];
  readonly indicators: readonly Indicator[];
}

/** Closes a month and shows its open points; lists the closed months with later changes. */
export function CloseMonth(props: CloseMonthProps) {
  const t = useLabels(targetsLabels);
  return (
    <section className={targetsStyles.section} aria-labelledby="t-close">
      <h2 id="t-close">{t('close')}</h2>
      <p className={overviewStyles.lead}>{t('close_intro')}</p>
      <QueryView query={usePeriods()}>
        {({ items }) => <CloseForm {...props} closedMonths={items} />}
      </QueryView>
    </section>
  );
}

function CloseForm({
  own,
  months,
  indicators,
  closedMonths,
}: CloseMonthProps & { readonly closedMonths: readonly ClosedPeriod[] }) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const today = serverDay();
  const open = months
    .filter((month) => monthEnd(month) < today && !closedMonths.some((one) => one.period === month))
    .toReversed();
  const { texts, type, forget } = useTypedFields('close');
  const note = texts['note'] ?? '';
  const month = open.find((one) => one === texts['month']) ?? open[0];
  const close = useClosePeriod();
  return (
    <>
      {!own ? (
        <Notice>{t('close_own')}</Notice>
      ) : month === undefined ? (
        <p>{t('close_none')}</p>
      ) : (
        <>
          <div className={targetsStyles.line}>
            <SelectField
              label={t('month')}
              value={month}
              onChange={(event) => type('month', event.target.value)}
            >
              {open.map((one) => (
                <option key={one} value={one}>
                  {formatMonth(one, language, 'long')}
                </option>
              ))}
            </SelectField>
          </div>
          <OpenPointsOfMonth month={month} indicators={indicators} />
          <div className={targetsStyles.line}>
            <Field
              label={t('note')}
              value={note}
              maxLength={500}
              onChange={(event) => type('note', event.target.value)}
            />
            <Button
              disabled={close.isPending}
              onClick={() => close.mutate({ month, note }, { onSuccess: forget })}
            >
              {t('close_month', { month: formatMonth(month, language, 'long') })}
            </Button>
          </div>
        </>
      )}
      {close.isError ? <ErrorPanel failure={toProblem(close.error)} /> : null}
      <p role="status">
        {close.isSuccess
          ? t('closed_now', { month: formatMonth(close.data.period, language, 'long') })
          : ''}
      </p>
      {closedMonths.toReversed().map((one) => (
        <ClosedMonth key={one.period} closed={one} indicators={indicators} />
      ))}
    </>
  );
}

function OpenPointsOfMonth({
  month,
  indicators,
}: {
  readonly month: Month;
  readonly indicators: readonly Indicator[];
}) {
  const state = usePeriod(month);
  return (
    <QueryView query={state} lines={2}>
      {({ points }) => <OpenPoints points={points} indicators={indicators} />}
    </QueryView>
  );
}
