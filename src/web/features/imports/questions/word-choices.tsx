import type { ImportPreview, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import { useZone } from '#web/data/queries.ts';
import { stageWord } from '#domain/labels/index.ts';
import { stages } from '#domain/projects/stage.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

type Item = NonNullable<ImportQuestion['items']>[number];
interface Props {
  readonly preview: ImportPreview;
  readonly question: ImportQuestion;
  readonly value: Readonly<Record<string, string>>;
  readonly onChoose: (value: Readonly<Record<string, string>>) => void;
}

/** Words or columns of the file, each with two examples, its field or stage, and the effect. */
export function WordChoices({ preview, question, value, onChoose }: Props) {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  const zone = useZone().data;
  const isStages = question.id === 'stage_words';
  const rest = isStages ? 'keep' : preview.kind === 'observations' ? 'ignore' : 'extra';
  const describeEffect = ({ key, count, needs_answer }: Item): string => {
    if (needs_answer === true && value[key] === undefined) return t('projects_of', { n: count });
    const stage = stages.find((one) => one === value[key]);
    if (stage === undefined)
      return (value[key] ?? 'keep') === 'keep' || value[key] === 'unknown'
        ? t('stays_unset', { n: count })
        : t('projects_of', { n: count });
    // Words with the same stage add up.
    const addedCount = (question.items ?? [])
      .filter((item) => value[item.key] === stage && stageNow(item) !== stage)
      .reduce((sum, item) => sum + item.count, 0);
    const from = preview.register_totals.stages.find((one) => one.stage === stage)?.after ?? 0;
    return t('moves_to', {
      n: count,
      stage: stageWord(zone?.stage_words, stage, language),
      from,
      to: from + addedCount,
    });
  };
  const stageNow = ({ key }: Item): string | undefined =>
    preview.stages.find(({ word }) => word === key)?.stage;
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
          cell: (item) => (
            <>
              <select
                aria-label={item.key}
                value={value[item.key] ?? (item.needs_answer === true ? '' : rest)}
                onChange={(event) => onChoose({ ...value, [item.key]: event.target.value })}
              >
                {item.needs_answer === true && value[item.key] === undefined ? (
                  <option value="">{t('choose_first')}</option>
                ) : null}
                {question.choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
              {item.proposal !== undefined && item.proposal === value[item.key] ? (
                <small className={previewStyles.proposed}> {t('proposed')}</small>
              ) : null}
            </>
          ),
        },
        ...(isStages ? [{ id: 'effect', label: t('does'), dim: true, cell: describeEffect }] : []),
      ]}
    />
  );
}
