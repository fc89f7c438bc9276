import type { ImportPreview, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';

/** Kinds of doubts that illustrate a question. */
const doubtsOf: Readonly<Record<string, readonly string[]>> = {
  jumps: ['jump', 'value_jump'],
  several_rows: ['same_code', 'alike_code'],
  falls: ['year_to_date_fell'],
  decimal_sign: ['amount_unsure_separator'],
  currency: ['amount_currency_unknown'],
};
/** Questions about some rows only. The first rows of the file are no examples of these. */
const questionsOfSomeRows: ReadonlySet<string> = new Set([
  'signings',
  'row_currency',
  'replans',
  'jumps',
]);
const exampleCount = 2;

/** Two rows of the file that illustrate a question. */
export function Examples({
  preview,
  question,
}: {
  readonly preview: ImportPreview;
  readonly question: ImportQuestion;
}) {
  const t = useLabels(previewLabels);
  const kinds = doubtsOf[question.id] ?? [];
  const doubts = preview.problems.filter(({ kind }) => kinds.includes(kind)).slice(0, exampleCount);
  if (doubts.length > 0)
    return (
      <DataTable
        caption={t('examples')}
        rows={doubts.map((doubt, at) => ({ ...doubt, at }))}
        rowKey={({ at }) => String(at)}
        dense
        stacks="labelled"
        columns={[
          {
            id: 'row',
            label: t('examples'),
            head: true,
            cell: ({ row, column }) =>
              [row === undefined ? undefined : t('row', { row }), column]
                .filter(Boolean)
                .join(' · '),
          },
          { id: 'value', label: t('value'), cell: ({ value }) => value ?? '' },
          { id: 'says', label: t('says'), cell: ({ message }) => message },
        ]}
      />
    );
  const { samples, kind } = preview;
  if (
    kind !== 'projects' ||
    samples.length === 0 ||
    questionsOfSomeRows.has(question.id) ||
    question.items !== undefined ||
    question.choices.some(({ examples }) => examples)
  )
    return null;
  return (
    <DataTable
      caption={t('examples')}
      rows={samples}
      rowKey={({ row }) => String(row)}
      dense
      stacks="labelled"
      columns={[
        { id: 'row', label: t('examples'), head: true, cell: ({ row }) => t('row', { row }) },
        { id: 'project', label: t('project'), cell: ({ name }) => name },
        { id: 'amount', label: t('amount'), right: true, cell: ({ amount }) => amount ?? '—' },
        { id: 'stage', label: t('stage'), cell: ({ stage }) => stage ?? '—' },
      ]}
    />
  );
}
