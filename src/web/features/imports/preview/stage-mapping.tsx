import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { formatCount } from '#domain/values/format.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';

interface MappingProps {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}
type StageWord = ImportPreview['stages'][number];

/** The stage of each word in the file. The reader can choose another stage, or keep the word. */
export function StageWords({ importing, preview }: MappingProps) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  const { stages, questions } = preview;
  if (stages.length === 0) return null;
  const stageWords =
    typeof importing.answers['stage_words'] === 'object' ? importing.answers['stage_words'] : {};
  const proposals = new Map(
    questions
      .find(({ kind }) => kind === 'stage_words')
      ?.items?.flatMap(({ key, proposal }) =>
        proposal === undefined || Object.hasOwn(stageWords, key) ? [] : [[key, proposal]],
      ),
  );
  const isOpen = ({ word, stage }: StageWord) =>
    stage === 'unknown' && !Object.hasOwn(stageWords, word);
  const open = stages.filter(isOpen);
  return (
    <section>
      {open.length === 0 ? null : (
        <p>
          {t('words_open', {
            n: open.length,
            projects: open.reduce((n, { count }) => n + count, 0),
          })}
        </p>
      )}
      <p className={importsStyles.note}>{t('words_lead')}</p>
      <DataTable
        caption={t('stage_words')}
        rows={stages}
        rowKey={(row) => `${row.word} ${row.stage}`}
        rowClass={(row) => (isOpen(row) ? importsStyles.openRow : undefined)}
        dense
        columns={[
          { id: 'word', label: t('word'), head: true, cell: (row) => row.word },
          {
            id: 'stage',
            label: t('stage'),
            cell: (row) => (
              <StageSelect
                preview={preview}
                word={row.word}
                value={stageWords[row.word] ?? (row.stage === 'unknown' ? 'keep' : row.stage)}
                proposal={proposals.get(row.word)}
                onChange={(stage) =>
                  void importing.answer('stage_words', { ...stageWords, [row.word]: stage })
                }
              />
            ),
          },
          {
            id: 'count',
            label: t('count'),
            right: true,
            cell: (row) => formatCount(row.count, language),
          },
        ]}
      />
      {proposals.size === 0 ? null : (
        <Button
          disabled={importing.phase !== 'preview'}
          onClick={() =>
            void importing.answer('stage_words', {
              ...Object.fromEntries(proposals),
              ...stageWords,
            })
          }
        >
          {t('as_proposed')}
        </Button>
      )}
    </section>
  );
}

function StageSelect({
  preview: { choices },
  word,
  value,
  proposal,
  onChange,
}: Pick<MappingProps, 'preview'> & {
  readonly word: string;
  readonly value: string;
  readonly proposal: string | undefined;
  readonly onChange: (stage: string) => void;
}) {
  const t = useLabels(importPageLabels);
  const proposedLabel =
    choices.stages.find((choice) => choice.value === proposal)?.label ?? proposal;
  return (
    <>
      <select aria-label={word} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.stages.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {proposedLabel === undefined ? null : (
        <small> {t('proposed', { word: proposedLabel })}</small>
      )}
    </>
  );
}
