import { targetKey } from '#domain/zone/indicator.ts';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addMonths, monthEnd, type Month } from '#domain/values/date.ts';
import { dataStatusTerms, missingTerms, verdictTerms } from '#domain/labels/index.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { Saved } from './use-save-month.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as monthsStyles from '#web/features/months/months.module.css';

const nowOf = (row: TargetRow | undefined, language: Language): string =>
  row?.now === undefined
    ? missingTerms.not_reported[language]
    : [
        againstPlan(row, language).now,
        ...(row.now.data_status === 'reported'
          ? []
          : [dataStatusTerms[row.now.data_status][language]]),
      ].join(' · ');
const planOf = (row: TargetRow | undefined, language: Language): string =>
  (row && againstPlan(row, language).plan) ?? '—';
const sameRow = (a: TargetRow | undefined, b: TargetRow): boolean =>
  a?.now?.value === b.now?.value &&
  a?.now?.date === b.now?.date &&
  a?.verdict === b.verdict &&
  a?.cause?.text === b.cause?.text &&
  a?.now?.data_status === b.now?.data_status;

/** The rows of the targets table that a save changed: old → new. */
export function SaveResult({ result, month }: { readonly result: Saved; readonly month: Month }) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const before = new Map((result.before?.targets ?? []).map((row) => [targetKey(row), row]));
  const rows = (result.after?.targets ?? []).filter(
    (row) => !sameRow(before.get(targetKey(row)), row),
  );
  const change = (from: string, to: string) => (from === to ? to : t('to', { from, to }));
  const end = monthEnd(month);
  return (
    <section className={monthsStyles.result} aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>
        {t('saved', { n: result.count, month: formatMonth(month, language, 'long') })}
      </h2>
      {rows.length === 0 ? (
        <p>{t('changed_none')}</p>
      ) : (
        <DataTable
          caption={t('changed_title')}
          rows={rows}
          rowKey={(row) => targetKey(row)}
          columns={[
            {
              id: 'name',
              label: t('changed_title'),
              head: true,
              cell: (row) => row.name[language],
            },
            {
              id: 'now',
              label: t('changed_now'),
              right: true,
              cell: (row) =>
                change(nowOf(before.get(targetKey(row)), language), nowOf(row, language)),
            },
            {
              id: 'plan',
              label: t('changed_plan'),
              right: true,
              cell: (row) =>
                change(planOf(before.get(targetKey(row)), language), planOf(row, language)),
            },
            {
              id: 'verdict',
              label: t('changed_verdict'),
              cell: (row) =>
                change(
                  verdictTerms[before.get(targetKey(row))?.verdict ?? row.verdict][language],
                  verdictTerms[row.verdict][language],
                ),
            },
            { id: 'note', label: t('changed_note'), cell: (row) => row.cause?.text ?? '' },
          ]}
        />
      )}
      <p className={monthsStyles.actions}>
        <Link className={controlsStyles.link} to={hrefTo('/overview', { as_of: end })}>
          {t('see', { date: formatDate(end, language, 'long') })}
        </Link>
        <Link className={controlsStyles.link} to={hrefTo('/month', { month: addMonths(month, 1) })}>
          {t('next', { month: formatMonth(addMonths(month, 1), language, 'long') })}
        </Link>
      </p>
    </section>
  );
}
