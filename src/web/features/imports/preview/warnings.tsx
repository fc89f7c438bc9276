import { useState } from 'react';
import type { ImportDoubt, ImportPreview } from '#contract/imports/preview-schemas.ts';
import { formatCount } from '#domain/values/format.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

type Kind = ImportPreview['doubts'][number];
const maxRows = 100;

/** Doubts by kind. Each kind opens its rows in place. */
export function Doubts({ preview }: { readonly preview: ImportPreview }) {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  const [openKind, setOpenKind] = useState<string>();
  const { doubts, problems } = preview;
  if (doubts.length === 0) return null;
  const listRows = ({ kind }: Kind): readonly ImportDoubt[] =>
    problems.filter((doubt) => doubt.kind === kind);
  const findPlace = ({ row, column }: ImportDoubt): string =>
    [row === undefined ? undefined : t('row', { row }), column]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
  const total = doubts.reduce((sum, { count }) => sum + count, 0);
  const listedDoubts = doubts.filter((one) => listRows(one).length > 0);
  return (
    <section>
      <h3>
        {t('doubts')} <small>{t('doubts_n', { n: total, kinds: doubts.length })}</small>
      </h3>
      <DataTable
        caption={t('doubts')}
        rows={listedDoubts}
        rowKey={({ kind }) => kind}
        dense
        stacks="labelled"
        columns={[
          { id: 'kind', label: t('kind'), head: true, cell: ({ title }) => title },
          {
            id: 'rows',
            label: t('rows'),
            right: true,
            cell: ({ count }) => formatCount(count, language),
          },
          {
            id: 'example',
            label: t('example'),
            dim: true,
            cell: (one) => {
              const [first] = listRows(one);
              return first === undefined
                ? ''
                : [findPlace(first), first.value]
                    .filter((part) => part !== undefined && part !== '')
                    .join(': ');
            },
          },
          {
            id: 'show',
            label: <span className={textStyles.visuallyHidden}>{t('show_n', { n: total })}</span>,
            right: true,
            cell: ({ kind, count }) => (
              <TextButton
                aria-expanded={openKind === kind}
                onClick={() => setOpenKind(openKind === kind ? undefined : kind)}
              >
                {openKind === kind ? t('hide') : t('show_n', { n: count })}
              </TextButton>
            ),
          },
        ]}
      />
      {listedDoubts
        .filter(({ kind }) => kind === openKind)
        .map((one) => (
          <DoubtRows
            key={one.kind}
            title={one.title}
            rows={listRows(one)}
            count={one.count}
            placeOf={findPlace}
          />
        ))}
    </section>
  );
}

interface RowsProps {
  readonly title: string;
  readonly rows: readonly ImportDoubt[];
  readonly count: number;
  readonly placeOf: (doubt: ImportDoubt) => string;
}
function DoubtRows({ title, rows, count, placeOf }: RowsProps) {
  const t = useLabels(previewLabels);
  const list = rows.slice(0, maxRows).map((doubt, at) => ({ doubt, at }));
  return (
    <div className={previewStyles.doubtRows}>
      <DataTable
        caption={title}
        rows={list}
        rowKey={({ at }) => String(at)}
        dense
        stacks="labelled"
        columns={[
          { id: 'place', label: t('rows'), head: true, cell: ({ doubt }) => placeOf(doubt) },
          { id: 'value', label: t('says'), cell: ({ doubt }) => doubt.value ?? '' },
          { id: 'message', label: t('kind'), dim: true, cell: ({ doubt }) => doubt.message },
        ]}
      />
      {count > list.length ? (
        <p className={importsStyles.note}>{t('first_shown', { n: list.length })}</p>
      ) : null}
    </div>
  );
}
