import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import type { ImportRecipe } from '#contract/imports/schemas.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { formatCount } from '#domain/values/format.ts';
import { authorWords } from '#domain/labels/index.ts';
import { useChangeRecipe, useImportRecipes } from './queries.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { saveAs } from '#web/data/files/save-file.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { RecipeAnswers } from './recipe-answers.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

/** Saves a recipe as JSON. The CLI option `--answers` takes its answers. */
function exportRecipe({ shape, file, columns, answers }: ImportRecipe): void {
  const name = `${(file || shape).replace(/\.[^.]*$/, '')}.recipe.json`;
  saveAs(name, new Blob([JSON.stringify({ shape, file, columns, answers }, null, 2)]));
}

/**
 * Lists the stored recipes, which can be changed, exported and deleted. Each change can be undone.
 */
export function Recipes() {
  const t = useLabels(previewLabels);
  const pageText = useLabels(importPageLabels);
  const recipes = useImportRecipes();
  const change = useChangeRecipe();
  const undo = useUndoRevision();
  const [openShape, setOpenShape] = useState<string>();
  const [outcome, setOutcome] = useState<{
    readonly revision: number;
    readonly isForgotten: boolean;
  }>();
  const store = (recipe: ImportRecipe, answers?: ImportAnswers) => {
    setOutcome(undefined);
    undo.reset();
    change.mutate(
      { recipe, ...compact({ answers }) },
      {
        onSuccess: (revision) =>
          revision === null
            ? undefined
            : setOutcome({ revision, isForgotten: answers === undefined }),
      },
    );
  };
  const failure = change.isError ? toProblem(change.error) : undefined;
  return (
    <section id="import-recipes">
      <h2>{t('recipes')}</h2>
      <p className={importsStyles.note}>{t('recipes_lead')}</p>
      {failure === undefined ? null : failure.code === 'precondition_failed' ? (
        <Notice kind="bad" live>
          {t('recipe_conflict')}
        </Notice>
      ) : (
        <ErrorPanel failure={failure} />
      )}
      {undo.isError ? <ErrorPanel failure={toProblem(undo.error)} /> : null}
      {outcome === undefined || undo.isSuccess ? null : (
        <Notice live>
          {t(outcome.isForgotten ? 'forgotten' : 'saved')}{' '}
          <TextButton onClick={() => undo.mutate({ revision: outcome.revision })}>
            {pageText('undo')}
          </TextButton>
        </Notice>
      )}
      <QueryView query={recipes}>
        {({ items, fields }) =>
          items.length === 0 ? (
            <p>{t('recipes_none')}</p>
          ) : (
            <>
              <RecipeTable
                recipes={items}
                openShape={openShape}
                onOpen={setOpenShape}
                onForget={(recipe) => store(recipe)}
              />
              {items
                .filter(({ shape }) => shape === openShape)
                .map((recipe) => (
                  <RecipeAnswers
                    key={`${recipe.shape} ${recipe.revision}`}
                    recipe={recipe}
                    fields={fields}
                    isBusy={change.isPending}
                    onSave={(answers) => store(recipe, answers)}
                  />
                ))}
            </>
          )
        }
      </QueryView>
    </section>
  );
}

interface TableProps {
  readonly recipes: readonly ImportRecipe[];
  readonly openShape: string | undefined;
  readonly onOpen: (shape: string | undefined) => void;
  readonly onForget: (recipe: ImportRecipe) => void;
}
function RecipeTable({ recipes, openShape, onOpen, onForget }: TableProps) {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  const moment = useMoment();
  const writeName = ({ file }: ImportRecipe): string => (file === '' ? t('unnamed_file') : file);
  return (
    <DataTable
      stacks="labelled"
      caption={t('recipes')}
      rows={recipes}
      rowKey={({ shape }) => shape}
      columns={[
        { id: 'file', label: t('recipe_file'), head: true, cell: writeName },
        {
          id: 'answers',
          label: t('recipe_answers'),
          right: true,
          cell: ({ answers }) => formatCount(Object.keys(answers).length, language),
        },
        {
          id: 'when',
          label: t('recipe_when'),
          cell: ({ recorded_at, author }) =>
            `${moment(recorded_at)} · ${authorWords(author, language)}`,
        },
        {
          id: 'do',
          label: <span className={textStyles.visuallyHidden}>{t('recipes')}</span>,
          right: true,
          cell: (recipe) => {
            const file = writeName(recipe);
            const isOpened = recipe.shape === openShape;
            return (
              <span className={`${textStyles.row} ${previewStyles.recipeActions}`}>
                <Button
                  aria-expanded={isOpened}
                  aria-label={`${t(isOpened ? 'hide' : 'show')}: ${file}`}
                  onClick={() => onOpen(isOpened ? undefined : recipe.shape)}
                >
                  {isOpened ? t('hide') : t('show')}
                </Button>
                <Button aria-label={`${t('export')}: ${file}`} onClick={() => exportRecipe(recipe)}>
                  {t('export')}
                </Button>
                <Button aria-label={`${t('forget')}: ${file}`} onClick={() => onForget(recipe)}>
                  {t('forget')}
                </Button>
              </span>
            );
          },
        },
      ]}
    />
  );
}
