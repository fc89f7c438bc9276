import type { ImportPreview, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

interface Props {
  readonly preview: ImportPreview;
  readonly question: ImportQuestion;
  readonly value: Readonly<Record<string, string>>;
  readonly onChoose: (value: Readonly<Record<string, string>>) => void;
}

/** Columns of the file, each with two examples and its field. */
export function ColumnChoices({ preview, question, value, onChoose }: Props) {
  const t = useLabels(previewLabels);
  const rest = preview.kind === 'observations' ? 'ignore' : 'extra';
  return (
    <DataTable
      caption={question.text}
      rows={question.items ?? []}
      rowKey={({ key }) => key}
      dense
      stacks="labelled"
      columns={[
        { id: 'word', label: t('says'), head: true, cell: ({ key }) => `“${key}”` },
        {
          id: 'examples',
          label: t('examples'),
          dim: true,
          cell: ({ examples = [] }) => (
            <span className={importsStyles.examples}>{examples.slice(0, 2).join(' · ')}</span>
          ),
        },
        {
          id: 'answer',
          label: t('your_answer'),
          cell: ({ key, proposal }) => (
            <>
              <select
                aria-label={key}
                value={value[key] ?? rest}
                onChange={(event) => onChoose({ ...value, [key]: event.target.value })}
              >
                {question.choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
              {proposal !== undefined && proposal === value[key] ? (
                <small className={previewStyles.proposed}> {t('proposed')}</small>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
