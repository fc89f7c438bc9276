import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as setupStyles from '#web/features/setup/setup.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** One field that another person changed in the meantime. */
interface ConflictRow {
  readonly name: string;
  readonly was: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * The fields that two people changed. The own text stays, and the reader chooses one of the two.
 */
export function ConflictTable({
  of,
  rows,
  onMine,
  onTheirs,
}: {
  readonly of: string;
  readonly rows: readonly ConflictRow[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}) {
  const t = useLabels(setupLabels);
  const columns = ['mine', 'theirs', 'was'] as const;
  const titles = { mine: t('yours'), theirs: t('theirs'), was: t('was') };
  return (
    <div className={setupStyles.question} role="alert">
      <p>{t('conflict', { name: of })}</p>
      <DataTable
        caption={t('conflict', { name: of })}
        rows={rows}
        rowKey={({ name }) => name}
        dense
        columns={[
          { id: 'name', label: t('field'), head: true, cell: ({ name }) => name },
          ...columns.map((id) => ({
            id,
            label: titles[id],
            cell: (row: ConflictRow) => (row[id] === '' ? t('none') : row[id]),
          })),
        ]}
      />
      <div className={textStyles.row}>
        <Button onClick={onMine}>{t('keep_mine')}</Button>
        <Button onClick={onTheirs}>{t('take_theirs')}</Button>
      </div>
    </div>
  );
}
