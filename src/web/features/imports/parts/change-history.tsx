import type { Revision } from '#contract/revisions/schemas.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { authorWords, changeWords } from '#domain/labels/index.ts';
import { useChooseSample, useUndoRevision } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useIndicators, useRevisions, useZone } from '#web/data/queries.ts';
import { UndoFailure } from '#web/features/projects/edit/undo-conflicts.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useMoment } from '#web/ui/time/use-moment.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as importsStyles from '#web/features/imports/imports.module.css';

const kinds = {
  import: 'kind_import',
  observation: 'kind_observation',
  zone: 'kind_zone',
  sample: 'kind_sample',
  undo: 'kind_undo',
  project: 'kind_project',
  project_stage: 'kind_project',
  project_status: 'kind_project',
  judgement: 'kind_project',
  proposal: 'kind_observation',
  evidence: 'kind_evidence',
  value_evidence: 'kind_evidence',
  issue: 'kind_issue',
  close_month: 'kind_close',
  reopen_month: 'kind_reopen',
  draft: 'kind_observation',
  month_note: 'kind_observation',
  doubt_dismissal: 'kind_observation',
  exchange_rate: 'kind_rate',
  import_recipe: 'kind_recipe',
} as const;

/** The revisions, newest first, each with its undo. */
export function PastChanges() {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  const revisions = useRevisions();
  const undo = useUndoRevision();
  const profile = useZone().data;
  const indicators = useIndicators().data?.items ?? [];
  const moment = useMoment();
  const kind = (row: Revision) =>
    t(Object.hasOwn(kinds, row.kind) ? kinds[row.kind as keyof typeof kinds] : 'kind_other');
  return (
    <section>
      <h2>{t('past')}</h2>
      <UndoFailure undo={undo} profile={profile} />
      {undo.isSuccess ? <Notice live>{t('undone')}</Notice> : null}
      <QueryView query={revisions}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <p>{t('past_none')}</p>
          ) : (
            <>
              <DataTable
                stacks
                caption={t('past')}
                rows={pages.flatMap((page) => page.items)}
                rowKey={(row) => String(row.id)}
                columns={[
                  {
                    id: 'what',
                    label: t('what'),
                    head: true,
                    cell: (row) => `${row.id} · ${kind(row)}`,
                  },
                  {
                    id: 'reason',
                    label: t('of_what'),
                    cell: (row) => (
                      <span className={importsStyles.reason}>
                        {changeWords(row, language, indicators)}
                      </span>
                    ),
                  },
                  { id: 'when', label: t('when'), cell: (row) => moment(row.recorded_at) },
                  { id: 'who', label: t('who'), cell: (row) => authorWords(row.author, language) },
                  {
                    id: 'undo',
                    right: true,
                    label: <span className={textStyles.visuallyHidden}>{t('undo')}</span>,
                    cell: (row) =>
                      row.undone_by !== undefined ? (
                        t('taken_back', { revision: row.undone_by })
                      ) : (
                        <Button
                          disabled={undo.isPending}
                          aria-label={`${t('undo')} ${row.id}`}
                          onClick={() => undo.mutate({ revision: row.id })}
                        >
                          {t('undo')}
                        </Button>
                      ),
                  },
                ]}
              />
              {revisions.hasNextPage ? (
                <Button
                  disabled={revisions.isFetchingNextPage}
                  onClick={() => void revisions.fetchNextPage()}
                >
                  {t('older')}
                </Button>
              ) : null}
            </>
          )
        }
      </QueryView>
    </section>
  );
}

/** Shows or removes the example data. */
export function Samples({
  origins,
  current,
}: {
  readonly origins: readonly Origin[];
  readonly current: Origin | null;
}) {
  const t = useLabels(importPageLabels);
  const choose = useChooseSample();
  return (
    <section>
      <h2>{t('samples')}</h2>
      <p className={importsStyles.note}>{t('samples_text')}</p>
      {choose.isError ? <ErrorPanel failure={toProblem(choose.error)} /> : null}
      <div className={`${textStyles.row} ${importsStyles.actions}`}>
        {current === 'sample' ? null : (
          <Button disabled={choose.isPending} onClick={() => choose.mutate('sample')}>
            {t('show_sample')}
          </Button>
        )}
        {current === 'example_zone' ? null : (
          <Button disabled={choose.isPending} onClick={() => choose.mutate('example_zone')}>
            {t('show_example_zone')}
          </Button>
        )}
        {origins.some((origin) => origin !== 'own') ? (
          <Button disabled={choose.isPending} onClick={() => choose.mutate('none')}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
