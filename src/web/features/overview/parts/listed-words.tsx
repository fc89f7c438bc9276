import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { useListedWords } from './use-listed-words.ts';
import * as establishedTableStyles from './established-table.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The number of rows that paper has (`established-table.module.css`). */
const paperRows = 5;

/** How many of all projects the table lists on screen and on paper. */
export function ListedWords({
  overview,
  rows,
  all,
}: {
  readonly overview: Overview;
  readonly rows: readonly EstablishedProject[];
  readonly all: string | undefined;
}) {
  const t = useLabels(detailLabels);
  const write = useListedWords();
  const group = overview.strip.groups.find((other) => other.group === 'established');
  const currencies = group?.amounts.length ?? 0;
  const onScreen = write(rows, group?.count, currencies);
  const onPaper = write(rows.slice(0, paperRows), group?.count ?? rows.length, currencies);
  return (
    <>
      {onScreen === undefined ? null : (
        <p
          className={`${textStyles.note} ${establishedTableStyles.whole}`}
          data-says="stage_projects"
        >
          {onScreen} {all === undefined ? null : <Link to={all}>{t('all_established')}</Link>}
        </p>
      )}
      {onPaper === undefined ? null : (
        <p
          className={`${textStyles.note} ${establishedTableStyles.few}`}
          data-says="stage_projects"
        >
          {onPaper}
        </p>
      )}
    </>
  );
}
