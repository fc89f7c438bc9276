import type { ImportPreview } from '#contract/imports/types.ts';
import { formatCount } from '#domain/values/format.ts';
import { importText } from '#web/features/imports/labels/import/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';

/** What each stage word of the file means; each can be given another meaning, and the file's own word can be kept. */
export function StageWords({
  importing,
  preview,
}: {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}) {
  const t = useText(importText);
  const language = useLanguage();
  const { stages, choices, questions } = preview;
  if (stages.length === 0) return null;
  const given =
    typeof importing.answers['stage_words'] === 'object' ? importing.answers['stage_words'] : {};
  const proposals = new Map(
    questions
      .find(({ kind }) => kind === 'stage_words')
      ?.items?.flatMap(({ key, proposal }) =>
        proposal === undefined || Object.hasOwn(given, key) ? [] : [[key, proposal]],
      ),
  );
  const labelOf = (value: string) =>
    choices.stages.find((choice) => choice.value === value)?.label ?? value;
  const meaningOf = ({ word, stage }: ImportPreview['stages'][number]) =>
    given[word] ?? (stage === 'unknown' ? 'keep' : stage);
  const isOpen = ({ word, stage }: ImportPreview['stages'][number]) =>
    stage === 'unknown' && !Object.hasOwn(given, word);
  const open = stages.filter(isOpen);
  const busy = importing.phase !== 'preview';
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
      <p className="iwhere">{t('words_lead')}</p>
      <DataTable
        caption={t('stage_words')}
        rows={stages}
        rowKey={(row) => `${row.word} ${row.stage}`}
        rowClass={(row) => (isOpen(row) ? 'iopen' : undefined)}
        dense
        columns={[
          { id: 'word', label: t('word'), head: true, cell: (row) => row.word },
          {
            id: 'stage',
            label: t('stage'),
            cell: (row) => (
              <>
                <select
                  aria-label={row.word}
                  value={meaningOf(row)}
                  onChange={(event) =>
                    void importing.answer('stage_words', {
                      ...given,
                      [row.word]: event.target.value,
                    })
                  }
                >
                  {choices.stages.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
                {proposals.has(row.word) ? (
                  <small> {t('proposed', { word: labelOf(proposals.get(row.word) ?? '') })}</small>
                ) : null}
              </>
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
          disabled={busy}
          onClick={() =>
            void importing.answer('stage_words', { ...Object.fromEntries(proposals), ...given })
          }
        >
          {t('as_proposed')}
        </Button>
      )}
    </section>
  );
}
