import type { ImportPreview } from '#contract/imports.ts';
import { formatCount, formatDate, formatMoney, formatNumber } from '#domain/format.ts';
import { measureTerms, stageWord, term } from '#domain/terms/index.ts';
import { useZone } from '#web/data/queries.ts';
import { importText } from '#web/i18n/import/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { fieldName } from './field-name.ts';

interface Part {
  readonly preview: ImportPreview;
}
/** From so many rows that want nothing from the reader on they are folded. */
export const foldedFrom = 9;
const numbered = <T,>(rows: readonly T[]) => rows.map((row, at) => ({ row, at }));

/** Projects of the register that are in no row of the newest edition, and which of them leave it by the answer. */
export function Unlisted({ preview }: Part) {
  const t = useText(importText);
  const language = useLanguage();
  const zone = useZone().data;
  const { unlisted } = preview;
  const isOpen = preview.questions.some(({ id }) => id === 'unlisted');
  if (unlisted === undefined) return null;
  return (
    <section>
      <h3>{t('unlisted', { n: unlisted.count })}</h3>
      <DataTable
        caption={t('unlisted', { n: unlisted.count })}
        rows={unlisted.projects}
        rowKey={(row) => row.code}
        dense
        columns={[
          { id: 'project', label: t('project'), head: true, cell: (row) => `${row.code} ${row.name}` },
          { id: 'stage', label: t('stage'), cell: (row) => stageWord(zone?.stage_words, row.stage, language) },
          {
            id: 'outcome',
            label: t('outcome'),
            cell: (row) =>
              isOpen ? '—' : row.day === undefined ? t('stays_listed') : t('left_on', { date: formatDate(row.day, language, 'short') }),
          },
        ]}
      />
      {unlisted.count > unlisted.projects.length ? <p className="iwhere">{t('first', { n: unlisted.projects.length })}</p> : null}
    </section>
  );
}

/** Cells that could not be taken, each with its place and what to do. */
export function Problems({ preview }: Part) {
  const t = useText(importText);
  if (preview.problems.length === 0) return null;
  const place = (p: ImportPreview['problems'][number]) =>
    [p.sheet, p.row === undefined ? undefined : t('row', { row: p.row }), p.column ?? p.path]
      .filter((x) => x !== undefined && x !== '')
      .join(' · ');
  return (
    <section>
      <h3>{t('problems')}</h3>
      <DataTable
        caption={t('problems')}
        rows={numbered(preview.problems)}
        rowKey={({ at }) => String(at)}
        dense
        columns={[
          { id: 'place', label: t('place'), head: true, cell: ({ row }) => place(row) },
          { id: 'value', label: t('value'), cell: ({ row }) => row.value ?? '' },
          { id: 'says', label: t('says'), cell: ({ row }) => row.message },
        ]}
      />
    </section>
  );
}

export function Sums({ preview }: Part) {
  const t = useText(importText);
  const language = useLanguage();
  if (preview.sums.length === 0) return null;
  // a project without an amount lacks it in every currency: it is counted once
  const missing = ({ row, at }: { readonly row: ImportPreview['sums'][number]; readonly at: number }) =>
    preview.sums[at - 1]?.measure === row.measure ? '' : formatCount(row.missing, language);
  return (
    <section>
      <h3>{t('sums')}</h3>
      <DataTable
        caption={t('sums')}
        rows={numbered(preview.sums)}
        rowKey={({ row }) => `${row.measure} ${row.currency}`}
        dense
        columns={[
          { id: 'measure', label: t('measure'), head: true, cell: ({ row }) => term(measureTerms, row.measure, language) },
          { id: 'sum', label: t('sum'), right: true, cell: ({ row }) => formatMoney(row, language).text },
          { id: 'given', label: t('given'), right: true, cell: ({ row }) => formatCount(row.count, language) },
          { id: 'missing', label: t('missing'), right: true, cell: missing },
        ]}
      />
    </section>
  );
}

export function PrintedTotals({ preview }: Part) {
  const t = useText(importText);
  const language = useLanguage();
  const whole = (value: string): string => formatNumber(value, language, value.split('.')[1]?.length ?? 0);
  if (preview.printed_totals.length === 0) return null;
  const table = (rows: ImportPreview['printed_totals']) => (
    <DataTable
      caption={t('totals')}
      rows={rows}
      rowKey={(row) => `${row.row} ${row.column}`}
      dense
      columns={[
        { id: 'column', label: t('column'), head: true, cell: (row) => `${row.column} · ${t('row', { row: row.row })}` },
        { id: 'printed', label: t('printed'), right: true, cell: (row) => whole(row.printed) },
        { id: 'sum', label: t('sum'), right: true, cell: (row) => whole(row.sum) },
        {
          id: 'agrees',
          label: <span className="vh">{t('agrees')}</span>,
          cell: (row) => (row.agrees ? t('agrees') : <b>{t('differs')}</b>),
        },
      ]}
    />
  );
  const agreeing = preview.printed_totals.filter(({ agrees }) => agrees);
  const differing = preview.printed_totals.filter(({ agrees }) => !agrees);
  return (
    <section>
      <h3>{t('totals')}</h3>
      {agreeing.length < foldedFrom ? (
        table(preview.printed_totals)
      ) : (
        <>
          {differing.length === 0 ? null : table(differing)}
          <details>
            <summary>{t('totals_agree', { n: agreeing.length })}</summary>
            {table(agreeing)}
          </details>
        </>
      )}
    </section>
  );
}

export function Changes({ preview }: Part) {
  const t = useText(importText);
  const language = useLanguage();
  if (preview.changes.length === 0) return null;
  return (
    <section>
      <h3>{t('changes')}</h3>
      <DataTable
        caption={t('changes')}
        rows={preview.changes}
        rowKey={(row) => `${row.code} ${row.field}`}
        dense
        columns={[
          { id: 'project', label: t('project'), head: true, cell: (row) => `${row.code} ${row.name}` },
          { id: 'field', label: t('field'), cell: (row) => fieldName(row.field, language) },
          { id: 'before', label: t('before'), cell: (row) => row.from ?? '—' },
          { id: 'after', label: t('after'), cell: (row) => row.to ?? '—' },
        ]}
      />
      {preview.changes.length >= 200 ? <p className="iwhere">{t('first', { n: preview.changes.length })}</p> : null}
    </section>
  );
}
