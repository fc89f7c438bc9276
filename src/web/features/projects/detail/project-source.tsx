import { zoneDay } from '#web/i18n/zone-time.ts';
import type { ProjectVersion } from '#contract/projects/edit-schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import type { ImportedCell } from '#domain/projects/project.ts';
import { useProjectHistory } from '#web/features/projects/edit/queries.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { enteredValues, type EnteredValue } from './entered-values.ts';
import { fieldLabel, valueText } from '#web/features/projects/facts/fact-labels.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import { Facts, type Part } from './project-sections.tsx';

interface Origin {
  readonly key: string;
  readonly name: string;
  readonly from: string;
  readonly text: string;
}
/** Whether a cell was the source of a field, before a person entered another value. */
const gaveField = ({ name }: ImportedCell, { field }: EnteredValue): boolean =>
  field === name ||
  field === `amounts.${name}` ||
  field === `extra.${name}` ||
  field.replace(/^milestones\.(\w+)\.(\w+)$/, '$1_$2') === name;

/**
 * The sources of a project's values: cells of the imported file, and values entered since with
 * author and reason.
 */
export function ProjectSource({ project }: Part) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const profile = useZone().data;
  const readsHistory = useSession().data?.may.includes('view_notes') === true;
  const history = useProjectHistory(project.code, readsHistory);
  const entries = enteredValues(project, history.data?.pages.flatMap((page) => page.items) ?? []);
  const from = project.imported_from;
  const entry = ({ author, recorded_at, reason }: ProjectVersion): string => {
    const day = formatDate(zoneDay(recorded_at), language, 'long');
    return author === 'local'
      ? t('entered_here', { day, reason })
      : t('entered', { who: author, day, reason });
  };
  const origins: readonly Origin[] = [
    ...entries.map(({ field, value, version }) => ({
      key: field,
      name: fieldLabel(field, language, profile),
      from: entry(version),
      text: valueText(field, value, language, profile),
    })),
    ...(from?.cells ?? [])
      .filter((cell) => !entries.some((one) => gaveField(cell, one)))
      .map(({ cell, header, text }) => ({ key: cell, name: header, from: cell, text })),
  ];
  const extra = Object.entries(project.extra ?? {});
  return (
    <section>
      <h3>{t('source')}</h3>
      <p>
        {from === undefined
          ? t(
              project.origin !== 'own'
                ? 'from_sample'
                : project.imported === true
                  ? 'from_import'
                  : 'from_own',
            )
          : from.sheet === undefined
            ? t('from_file', from)
            : t('from_sheet', { file: from.file, sheet: from.sheet, row: from.row })}
      </p>
      {origins.length === 0 ? null : (
        <Popover
          label={t('cells')}
          align="left"
          wide
          trigger={(button) => <TextButton {...button}>{t('cells')}</TextButton>}
        >
          {() => (
            <DataTable
              caption={t('cells')}
              rows={origins}
              rowKey={(row) => row.key}
              dense
              columns={[
                { id: 'header', label: t('cell_header'), head: true, cell: (row) => row.name },
                { id: 'cell', label: t('cell'), cell: (row) => row.from },
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
