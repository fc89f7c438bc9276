import type { ImportPreview, GroupTotals } from '#contract/imports/preview-schemas.ts';
import { formatCount, formatMoney } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { stageWord } from '#domain/labels/index.ts';
import { useZone } from '#web/data/queries.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels, type Translate } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as textStyles from '#web/ui/text.module.css';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly now: string;
  readonly after: string;
  readonly change: string;
  readonly note: string;
}
type Words = Translate<(typeof previewLabels)['en']>;

const writeChange = (n: number, language: Language): string =>
  n === 0 ? '0' : `${n > 0 ? '+' : '−'}${formatCount(Math.abs(n), language)}`;

function countRow(
  before: GroupTotals | undefined,
  after: GroupTotals,
  key: 'count' | 'undisclosed',
  language: Language,
) {
  return {
    now: before === undefined ? '—' : formatCount(before[key], language),
    after: formatCount(after[key], language),
    change: before === undefined ? '' : writeChange(after[key] - before[key], language),
  };
}

/** Returns one row for each currency. The change is computed before rounding. */
function moneyRows(
  before: GroupTotals | undefined,
  after: GroupTotals,
  language: Language,
  t: Words,
): Row[] {
  const currencies = [
    ...new Set([...after.amounts, ...(before?.amounts ?? [])].map(({ currency }) => currency)),
  ];
  return currencies.map((currency) => {
    const of = (side: GroupTotals | undefined): bigint =>
      BigInt(side?.amounts.find((one) => one.currency === currency)?.minor ?? '0');
    const text = (minor: bigint): string =>
      formatMoney({ minor: minor.toString(), currency }, language).text;
    const difference = of(after) - of(before);
    return {
      id: currency,
      name: t('investment', { currency }),
      now: before === undefined ? '—' : text(of(before)),
      after: text(of(after)),
      change:
        before === undefined || difference === 0n
          ? ''
          : `${difference > 0n ? '+' : '−'}${text(difference < 0n ? -difference : difference)}`,
      note: before !== undefined && difference === 0n ? t('unchanged') : '',
    };
  });
}

/**
 * Counts the projects in the register after the import that are not listed.
 * @returns 0 if the file lists all projects of the register
 */
export const countEnded = ({ groups, listed }: ImportPreview['register_totals']): number =>
  groups.reduce((sum, group) => sum + group.after.count, 0) - (listed?.after.count ?? 0);

/**
 * Projects, investment by currency and missing amounts of the register, now and after the import.
 */
export function WhatChanges({ preview }: { readonly preview: ImportPreview }) {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  const { listed } = preview.register_totals;
  if (listed === undefined) return null;
  const { before, after } = listed;
  const { rows, unlisted } = preview;
  const endedCount = countEnded(preview.register_totals);
  const parts = [
    ...(rows.new === 0 ? [] : [t('rows_new', { n: rows.new })]),
    ...(rows.changed === 0 ? [] : [t('rows_changed', { n: rows.changed })]),
    ...(rows.unchanged === 0 ? [] : [t('rows_unchanged', { n: rows.unchanged })]),
    ...(endedCount === 0 ? [] : [t('rows_ended', { n: endedCount })]),
    ...(unlisted === undefined ? [] : [t('rows_left', { n: unlisted.count })]),
  ];
  const list: Row[] = [
    {
      id: 'projects',
      name: t('projects'),
      ...countRow(before, after, 'count', language),
      note: parts.join(t('rows_mark')),
    },
    ...moneyRows(before, after, language, t),
    {
      id: 'without',
      name: t('without'),
      ...countRow(before, after, 'undisclosed', language),
      note: t('without_note'),
    },
  ];
  return (
    <section>
      <h3>{t('what_changes')}</h3>
      <DataTable
        caption={t('what_changes')}
        rows={list}
        rowKey={(row) => row.id}
        stacks="labelled"
        columns={[
          {
            id: 'name',
            label: <span className={textStyles.visuallyHidden}>{t('what_changes')}</span>,
            head: true,
            cell: (row) => row.name,
          },
          { id: 'now', label: t('now'), right: true, cell: (row) => row.now },
          { id: 'after', label: t('after'), right: true, cell: (row) => <b>{row.after}</b> },
          { id: 'change', label: t('change'), right: true, cell: (row) => row.change },
          { id: 'note', label: t('made_of'), dim: true, cell: (row) => row.note },
        ]}
      />
    </section>
  );
}

/** The number of projects in each stage, now and after the import. */
export function StageCounts({ preview }: { readonly preview: ImportPreview }) {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  const zone = useZone().data;
  const { stages } = preview.register_totals;
  if (stages.length === 0) return null;
  const hasBefore = stages.some(({ before }) => before !== undefined);
  const sides = hasBefore ? (['before', 'after'] as const) : (['after'] as const);
  const cell = (side: 'before' | 'after', { before, after }: (typeof stages)[number]) => {
    if (side === 'before') return formatCount(before ?? 0, language);
    const difference = before === undefined ? 0 : after - before;
    return (
      <>
        <b>{formatCount(after, language)}</b>
        {difference === 0 ? null : <small> {writeChange(difference, language)}</small>}
      </>
    );
  };
  return (
    <section>
      <DataTable
        caption={t('stages')}
        rows={sides}
        rowKey={(side) => side}
        dense
        columns={[
          {
            id: 'side',
            label: t('stages'),
            head: true,
            cell: (side) => t(side === 'before' ? 'now' : 'after'),
          },
          ...stages.map((one) => ({
            id: one.stage,
            label: stageWord(zone?.stage_words, one.stage, language),
            right: true,
            cell: (side: 'before' | 'after') => cell(side, one),
          })),
        ]}
      />
    </section>
  );
}
