import { projectsText } from '#web/i18n/projects/text.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { Facts, type Part } from './project-parts.tsx';

export function ProjectSource({ project }: Part) {
  const t = useText(projectsText);
  const from = project.imported_from;
  const cells = from?.cells ?? [];
  const extra = Object.entries(project.extra ?? {});
  return (
    <section>
      <h3>{t('source')}</h3>
      <p>
        {from === undefined
          ? t(project.origin === 'own' ? 'from_own' : 'from_sample')
          : from.sheet === undefined
            ? t('from_file', from)
            : t('from_sheet', { file: from.file, sheet: from.sheet, row: from.row })}
      </p>
      {cells.length === 0 ? null : (
        <Popover
          label={t('cells')}
          align="left"
          wide
          trigger={(button) => (
            <Button quiet {...button}>
              {t('cells')}
            </Button>
          )}
        >
          {() => (
            <DataTable
              caption={t('cells')}
              rows={cells}
              rowKey={(row) => row.cell}
              dense
              columns={[
                { id: 'header', label: t('cell_header'), head: true, cell: (row) => row.header },
                { id: 'cell', label: t('cell'), cell: (row) => row.cell },
                { id: 'text', label: t('cell_text'), cell: (row) => row.text },
              ]}
            />
          )}
        </Popover>
      )}
      {extra.length === 0 ? null : (
        <>
          <h3>{t('extra')}</h3>
          <Facts rows={extra} />
        </>
      )}
    </section>
  );
}
