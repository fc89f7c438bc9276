import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Amount, Project } from '#domain/projects/project.ts';
import { measureTerms, projectFieldTerms, projectName, statusTerms } from '#domain/labels/index.ts';
import { projectLight } from '#domain/projects/light.ts';
import { computedStatusText } from '#domain/labels/projects/declared-status.ts';
import { DeclaredMark, DeclaredStatuses } from '#web/features/work/declared-mark.tsx';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { DataTable, type Column } from '#web/ui/display/data-table.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';
import { LongName } from '#web/ui/display/long-name.tsx';
import type { ViewAccess } from '#web/url/use-view-state.ts';
import type { SortField } from './list-query.ts';
import {
  industryColour,
  type MoneyColumn,
  moneyColumn,
  findEntryName,
  stageText,
} from '#web/features/projects/facts/project-labels.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as projectsStyles from '#web/features/projects/projects.module.css';

interface TableProps {
  readonly projects: readonly Project[];
  readonly profile: ZoneProfile | undefined;
  readonly access: ViewAccess;
}

/** The list of projects; the name opens the project. Phones stack each row with its labels. */
export function ProjectTable(props: TableProps) {
  const t = useLabels(projectListLabels);
  const { projects, access } = props;
  return (
    <div className={projectsStyles.list}>
      <DeclaredStatuses>
        <DataTable
          caption={t('table')}
          columns={useProjectColumns(props)}
          rows={projects}
          rowKey={({ code }) => code}
          rowClass={({ code }) => (code === access.view.sel ? projectsStyles.picked : undefined)}
        />
      </DeclaredStatuses>
    </div>
  );
}

/** Sorts by a column: amounts and dates descending first, others ascending. */
function useSorting({ view, change }: ViewAccess) {
  return (field: SortField): Pick<Column<Project>, 'onSort' | 'sorted'> => {
    const sortState =
      view.sort === field ? 'ascending' : view.sort === `-${field}` ? 'descending' : undefined;
    const first = field === 'total_investment' || field === 'last_update' ? `-${field}` : field;
    const next =
      sortState === 'ascending' ? `-${field}` : sortState === 'descending' ? field : first;
    return { sorted: sortState, onSort: () => change({ sort: next }) };
  };
}

/** The longest code that stays in one line, in characters. */
const longestLine = 16;
const ProjectCode = ({ code }: Pick<Project, 'code'>) => (
  <span className={`${projectsStyles.code} ${code.length <= longestLine ? textStyles.noWrap : ''}`}>
    {code}
  </span>
);

function useProjectColumns({ projects, profile, access }: TableProps): readonly Column<Project>[] {
  const language = useLanguage();
  const stageWord = useStageWord();
  const sortBy = useSorting(access);
  const column = (
    field: Exclude<SortField, 'total_investment'>,
    cell: Column<Project>['cell'],
    more: Partial<Column<Project>> = {},
  ): Column<Project> => ({
    id: field,
    label: projectFieldTerms[field]?.[language] ?? field,
    ...sortBy(field),
    cell,
    ...more,
  });
  const money = moneyColumn(
    projects.map(({ amounts }) => amounts.total_investment),
    language,
  );
  const amountHead = [measureTerms.total_investment[language], money.unit];
  return [
    column('code', ({ code }) => <ProjectCode code={code} />, {
      dim: true,
    }),
    column('name', (project) => <NameButton project={project} access={access} />, { head: true }),
    column('industry', ({ industry }) => (
      <span className={projectsStyles.industry}>
        <IndustryDot colour={industryColour(profile, industry)} />
        {profile?.industries.find(({ id }) => id === industry)?.short[language] ?? industry ?? '—'}
      </span>
    )),
    column('stage', (project) => stageText(project, stageWord)),
    column('status', (project) => <StatusCell project={project} />),
    column('zone', ({ zone }) => findEntryName(profile?.function_zones, zone, language) ?? '—'),
    {
      id: 'amount',
      label: amountHead.filter((part) => part !== undefined).join(' · '),
      ...sortBy('total_investment'),
      right: true,
      cell: ({ amounts }) => <AmountCell amount={amounts.total_investment} money={money} />,
    },
    ...(projects.some(({ owner, unit }) => owner !== undefined || unit !== undefined)
      ? [ownerColumn(language)]
      : []),
    column(
      'last_update',
      ({ last_update: day }) =>
        day === undefined ? (
          '—'
        ) : (
          <span className={textStyles.noWrap}>{formatDate(day, language, 'short')}</span>
        ),
      { dim: true },
    ),
  ];
}

/** The owner of a project and the responsible unit below. */
const ownerColumn = (language: Language): Column<Project> => ({
  id: 'owner',
  label: projectFieldTerms['owner']?.[language] ?? 'owner',
  cell: ({ owner, unit }) => (
    <>
      {owner ?? (unit === undefined ? '—' : null)}
      {unit === undefined ? null : <small className={projectsStyles.ofUnit}>{unit}</small>}
    </>
  ),
});

/** Whether the project goes on. With a declared status, the computed one stands beside it. */
function StatusCell({ project }: { readonly project: Project }) {
  const language = useLanguage();
  return (
    <>
      {statusTerms[project.status][language]}
      <DeclaredMark
        code={project.code}
        computed={(day) => computedStatusText(projectLight(project, day), language)}
      />
    </>
  );
}

function AmountCell({
  amount,
  money,
}: {
  readonly amount: Amount | undefined;
  readonly money: MoneyColumn;
}) {
  const { before, after } = money.around(amount);
  return (
    <>
      <span className={projectsStyles.unit}>{before}</span>
      {money.cell(amount)}
      <span className={projectsStyles.unit}>{after}</span>
    </>
  );
}

function NameButton({
  project,
  access,
}: Pick<TableProps, 'access'> & { readonly project: Project }) {
  const language = useLanguage();
  return (
    <button
      type="button"
      className={`${projectsStyles.name} ${controlsStyles.link}`}
      aria-haspopup="dialog"
      onClick={() => access.change({ sel: project.code })}
    >
      <LongName
        name={projectName(project, language)}
        lang={projectNameLanguage(project, language)}
      />
    </button>
  );
}
