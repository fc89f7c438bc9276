import { formatDate } from '#domain/values/format.ts';
import type { Project } from '#domain/projects/project.ts';
import { measureTerms, projectFieldTerms, projectName, statusTerms } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectsText } from '#web/features/projects/labels/list/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { DataTable, type Column } from '#web/ui/display/data-table.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import { LongName } from '#web/ui/display/long-name.tsx';
import type { ViewAccess } from '#web/url/use-view-state.ts';
import type { SortField } from './list-query.ts';
import {
  industryColour,
  moneyColumn,
  named,
  stageText,
} from '#web/features/projects/facts/project-labels.ts';

/** The list as a table; on phones each row stacks, with its labels. The name opens the project. */
export function ProjectTable({
  projects,
  profile,
  access,
}: {
  readonly projects: readonly Project[];
  readonly profile: ZoneProfile | undefined;
  readonly access: ViewAccess;
}) {
  const t = useText(projectsText);
  const stageWord = useStageWord();
  const language = useLanguage();
  const { view, change } = access;
  const by = (field: SortField): Pick<Column<Project>, 'onSort' | 'sorted'> => {
    const sorted =
      view.sort === field ? 'ascending' : view.sort === `-${field}` ? 'descending' : undefined;
    const first = field === 'total_investment' || field === 'last_update' ? `-${field}` : field;
    const turned = view.sort === field ? `-${field}` : view.sort === `-${field}` ? field : first;
    return { sorted, onSort: () => change({ sort: turned }) };
  };
  const label = (field: string) => projectFieldTerms[field]?.[language] ?? field;
  const industryShort = (id: string | undefined) =>
    profile?.industries.find((industry) => industry.id === id)?.short[language] ?? id;
  const money = moneyColumn(
    projects.map((p) => p.amounts.total_investment),
    language,
  );
  const columns: readonly Column<Project>[] = [
    {
      id: 'code',
      label: label('code'),
      ...by('code'),
      dim: true,
      cell: (p) => <span className="pcode">{p.code}</span>,
    },
    {
      id: 'name',
      label: label('name'),
      ...by('name'),
      head: true,
      cell: (p) => (
        <button
          type="button"
          className="pname lnk"
          aria-haspopup="dialog"
          onClick={() => change({ sel: p.code })}
        >
          <LongName name={projectName(p, language)} />
        </button>
      ),
    },
    {
      id: 'industry',
      label: label('industry'),
      ...by('industry'),
      cell: (p) => (
        <span className="pind">
          <IndustryDot colour={industryColour(profile, p.industry)} />
          {industryShort(p.industry) ?? '—'}
        </span>
      ),
    },
    { id: 'stage', label: label('stage'), ...by('stage'), cell: (p) => stageText(p, stageWord) },
    {
      id: 'status',
      label: label('status'),
      ...by('status'),
      cell: (p) => statusTerms[p.status][language],
    },
    {
      id: 'zone',
      label: label('zone'),
      ...by('zone'),
      cell: (p) => named(profile?.function_zones, p.zone, language) ?? '—',
    },
    {
      id: 'amount',
      label: [measureTerms.total_investment[language], money.unit]
        .filter((x) => x !== undefined)
        .join(' · '),
      ...by('total_investment'),
      right: true,
      cell: (p) => (
        <>
          <span className="punit">{money.around(p.amounts.total_investment).before}</span>
          {money.cell(p.amounts.total_investment)}
          <span className="punit">{money.around(p.amounts.total_investment).after}</span>
        </>
      ),
    },
    {
      id: 'updated',
      label: label('last_update'),
      ...by('last_update'),
      dim: true,
      cell: (p) =>
        p.last_update === undefined ? (
          '—'
        ) : (
          <span className="nw">{formatDate(p.last_update, language, 'short')}</span>
        ),
    },
  ];
  return (
    <div className="plist">
      <DataTable
        caption={t('table')}
        columns={columns}
        rows={projects}
        rowKey={(p) => p.code}
        rowClass={(p) => (p.code === view.sel ? 'picked' : undefined)}
      />
    </div>
  );
}
