import type { ProjectVersion } from '#contract/projects/edits.ts';
import { authorWords, changeWords } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useProjectHistory } from '#web/features/projects/edit/queries.ts';
import { projectText } from '#web/features/projects/labels/project/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { fieldLabel, valueText } from '#web/features/projects/facts/fact-labels.ts';

const shownFields = 12;
/** Kinds of changes that are of one project alone; an import is taken back where it is listed. */
const takenBackHere: ReadonlySet<string> = new Set([
  'project',
  'project_stage',
  'project_status',
  'evidence',
  'issue',
]);

/** Every version of a project, newest first: who, when, each value old → new, and why. */
export function ProjectHistory({
  code,
  profile,
  onUndo,
}: {
  readonly code: string;
  readonly profile: ZoneProfile | undefined;
  /** Absent: this reader takes nothing back. */
  readonly onUndo: ((revision: number) => void) | undefined;
}) {
  const t = useText(projectText);
  const language = useLanguage();
  const history = useProjectHistory(code);
  const moment = useMoment();
  const what = (version: ProjectVersion, oldest: boolean) => {
    const gone = version.changes.some((c) => c.field === 'name' && c.to === undefined);
    if (gone) return t('removed');
    const added = version.changes.some((c) => c.field === 'name' && c.from === undefined);
    const shown = version.changes.slice(0, shownFields);
    return (
      <>
        {added || oldest ? <b>{t('created')}</b> : null}
        <ul className="pchanges">
          {shown.map((change) => (
            <li key={`${change.field} ${JSON.stringify(change.to)}`}>
              <span>{fieldLabel(change.field, language, profile)}</span>{' '}
              {change.from === undefined
                ? ''
                : `${valueText(change.field, change.from, language, profile)} → `}
              {valueText(change.field, change.to, language, profile)}
            </li>
          ))}
        </ul>
        {version.changes.length > shownFields ? (
          <small>{t('more_fields', { n: version.changes.length - shownFields })}</small>
        ) : null}
        {version.undone_by === undefined ? null : (
          <small>{t('undone', { revision: version.undone_by })}</small>
        )}
      </>
    );
  };
  return (
    <section className="phistory">
      <h3>{t('history')}</h3>
      <QueryView query={history}>
        {({ pages }) => (
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
                  cell: (row) => <span className="nw">{moment(row.recorded_at)}</span>,
                },
                {
                  id: 'who',
                  label: t('who'),
                  cell: (row) => authorWords(row.author, language),
                },
                {
                  id: 'what',
                  label: t('what'),
                  cell: (row) =>
                    what(row, !history.hasNextPage && row === pages.at(-1)?.items.at(-1)),
                },
                {
                  id: 'why',
                  label: t('why'),
                  cell: (row) => changeWords(row, language, []),
                },
                ...(onUndo === undefined
                  ? []
                  : [
                      {
                        id: 'undo',
                        label: <span className="vh">{t('undo')}</span>,
                        cell: (row: ProjectVersion) =>
                          row.undone_by === undefined && takenBackHere.has(row.kind) ? (
                            <TextButton
                              aria-label={t('undo_of', { revision: row.revision })}
                              onClick={() => onUndo(row.revision)}
                            >
                              {t('undo')}
                            </TextButton>
                          ) : null,
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
        )}
      </QueryView>
    </section>
  );
}
