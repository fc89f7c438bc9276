import type { ProjectVersion } from '#contract/projects/edit-schemas.ts';
import { authorWords, changeWords } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useProjectHistory } from '#web/features/projects/edit/queries.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { fieldLabel, valueText } from '#web/features/projects/facts/fact-labels.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as pageStyles from '#web/features/projects/project-page.module.css';

const mostFields = 12;
/** Changes that concern this project alone. An import is undone in the list of imports. */
const undoneHere: ReadonlySet<string> = new Set([
  'project',
  'project_stage',
  'project_status',
  'evidence',
  'issue',
]);

interface HistoryProps {
  readonly code: string;
  readonly profile: ZoneProfile | undefined;
  /** Omitted when the reader can't undo. */
  readonly onUndo: ((revision: number) => void) | undefined;
}

/** The versions of a project, newest first: author, time, each value old → new, and reason. */
export function ProjectHistory({ code, profile, onUndo }: HistoryProps) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const history = useProjectHistory(code);
  const moment = useMoment();
  return (
    <section className={pageStyles.history}>
      <h3>{t('history')}</h3>
      <QueryView query={history}>
        {({ pages }) => {
          const oldest = history.hasNextPage ? undefined : pages.at(-1)?.items.at(-1);
          return (
            <>
              <DataTable
                caption={t('history')}
                rows={pages.flatMap((page) => page.items)}
                rowKey={(row) => String(row.revision)}
                columns={[
                  {
                    id: 'when',
                    label: t('when'),
                    head: true,
                    cell: (row) => (
                      <span className={textStyles.noWrap}>{moment(row.recorded_at)}</span>
                    ),
                  },
                  {
                    id: 'who',
                    label: t('who'),
                    cell: (row) => authorWords(row.author, language),
                  },
                  {
                    id: 'what',
                    label: t('what'),
                    cell: (row) => (
                      <VersionChanges version={row} isOldest={row === oldest} profile={profile} />
                    ),
                  },
                  { id: 'why', label: t('why'), cell: (row) => changeWords(row, language, []) },
                  ...(onUndo === undefined
                    ? []
                    : [
                        {
                          id: 'undo',
                          label: <span className={textStyles.visuallyHidden}>{t('undo')}</span>,
                          cell: (row: ProjectVersion) => (
                            <UndoButton version={row} onUndo={onUndo} />
                          ),
                        },
                      ]),
                ]}
              />
              {history.hasNextPage ? (
                <Button
                  disabled={history.isFetchingNextPage}
                  onClick={() => void history.fetchNextPage()}
                >
                  {t('older')}
                </Button>
              ) : null}
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

function UndoButton({
  version: { revision, undone_by, kind },
  onUndo,
}: {
  readonly version: ProjectVersion;
  readonly onUndo: (revision: number) => void;
}) {
  const t = useLabels(projectLabels);
  if (undone_by !== undefined || !undoneHere.has(kind)) return null;
  return (
    <TextButton aria-label={t('undo_of', { revision })} onClick={() => onUndo(revision)}>
      {t('undo')}
    </TextButton>
  );
}

/** The changes of a version: each value old → new. */
function VersionChanges({
  version: { changes, undone_by },
  isOldest,
  profile,
}: {
  readonly version: ProjectVersion;
  readonly isOldest: boolean;
  readonly profile: ZoneProfile | undefined;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const name = changes.find(({ field }) => field === 'name');
  if (name !== undefined && name.to === undefined) return t('removed');
  const isAdded = name !== undefined && name.from === undefined;
  return (
    <>
      {isAdded || isOldest ? <b>{t('created')}</b> : null}
      <ul className={pageStyles.changes} data-words>
        {changes.slice(0, mostFields).map(({ field, from, to }) => (
          <li key={`${field} ${JSON.stringify(to)}`}>
            <span>{fieldLabel(field, language, profile)}</span>{' '}
            {from === undefined ? '' : `${valueText(field, from, language, profile)} → `}
            {valueText(field, to, language, profile)}
          </li>
        ))}
      </ul>
      {changes.length > mostFields ? (
        <small data-words>{t('more_fields', { n: changes.length - mostFields })}</small>
      ) : null}
      {undone_by === undefined ? null : <small>{t('undone', { revision: undone_by })}</small>}
    </>
  );
}
