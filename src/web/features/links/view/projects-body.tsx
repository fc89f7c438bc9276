import type { SharedPayload } from '#contract/links/endpoints.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Amount } from '#domain/projects/project.ts';
import type { SharedProject, SharedProjects } from '#domain/redaction/shared-projects.ts';
import { listFilters } from '#domain/redaction/register-cells.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { missingTerms } from '#domain/labels/general/data.ts';
import {
  measureTerms,
  notKnownBefore,
  projectFieldTerms,
  projectName,
  term,
} from '#domain/labels/index.ts';
import { stageWord, statusTerms } from '#domain/labels/projects/stage.ts';
import { sharedText } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Definitions } from '#web/features/overview/parts/definitions.tsx';
import { sumColumn } from '#web/features/pipeline/tables/sum-column.tsx';
import { filterWord, moneyColumn, named } from '#web/features/projects/facts/project-labels.ts';
import { ListFiles } from './list-downloads.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import '#web/features/pipeline/tables/stage-tables.css';

type Sums = SharedProjects['total'];
interface Group {
  readonly key: string;
  readonly name: string;
  readonly sums: Sums;
}

/** Totals of groups of projects, with those of all under them. */
function Totals({
  caption,
  head,
  groups,
  total,
}: {
  readonly caption: string;
  readonly head: string;
  readonly groups: readonly Group[];
  readonly total: Sums;
}) {
  const t = useText(sharedText);
  const language = useLanguage();
  const column = sumColumn([total, ...groups.map(({ sums }) => sums)], language);
  const amountHead = column.head(measureTerms.total_investment[language]);
  const columns: readonly Column<Group>[] = [
    { id: 'name', label: head, head: true, cell: ({ name }) => name },
    {
      id: 'count',
      label: t('col_count'),
      right: true,
      cell: ({ sums }) => formatCount(sums.count, language),
    },
    {
      id: 'undisclosed',
      label: t('col_undisclosed'),
      right: true,
      dim: true,
      cell: ({ sums }) => formatCount(sums.undisclosed, language),
    },
    { id: 'amounts', label: amountHead, right: true, cell: ({ sums }) => column.cells(sums) },
  ];
  return (
    <section className="sec">
      <h3>{caption}</h3>
      <DataTable
        caption={caption}
        columns={columns}
        rows={groups}
        rowKey={({ key }) => key}
        stacks="labelled"
        foot={
          <tr>
            <th scope="row">{t('all_of_list')}</th>
            <td className="r num" data-label={t('col_count')}>
              {formatCount(total.count, language)}
            </td>
            <td className="r num" data-label={t('col_undisclosed')}>
              {formatCount(total.undisclosed, language)}
            </td>
            <td className="r num" data-label={amountHead}>
              {column.cells(total)}
            </td>
          </tr>
        }
      />
    </section>
  );
}

/** What a link shows of the list of projects: what it is filtered by, totals, and the projects that it names. */
export function ProjectsBody({ payload }: { readonly payload: SharedPayload }) {
  const t = useText(sharedText);
  const language = useLanguage();
  const { projects } = payload;
  const { first_known_day } = payload.overview;
  if (projects === undefined)
    return first_known_day === undefined ? null : (
      <p className="lnote">{notKnownBefore(first_known_day, language)}</p>
    );
  const { items, stages, industries, total, zones, data_status } = projects;
  const overview = toDrawableOverview(payload.overview);
  const names = { ...overview.zone, function_zones: zones };
  const field = (name: string): string => term(projectFieldTerms, name, language);
  const word = (stage: string): string => stageWord(overview.zone.stage_words, stage, language);
  const industryOf = (id: string | undefined): string =>
    named(overview.zone.industries, id, language) ?? missingTerms.not_reported[language];
  const { filters = {} } = payload.view;
  const chosen = listFilters.flatMap((name) => {
    const list = filters[name] ?? [];
    const words = list.map((id) => filterWord(name, id, names, language));
    return words.length === 0 ? [] : [`${field(name)}${t('colon')}${words.join(t('list'))}`];
  });
  const has = (key: keyof SharedProject): boolean =>
    items?.some((item) => item[key] !== undefined) === true;
  const amountOf = ({ money, missing }: SharedProject): Amount | undefined =>
    money === undefined ? (missing === undefined ? undefined : { missing }) : { money };
  const money = moneyColumn((items ?? []).map(amountOf), language);
  const amountHead = [
    measureTerms.total_investment[language],
    ...(money.unit === undefined ? [] : [money.unit]),
  ].join(' · ');
  const amountCell = (item: SharedProject): string => {
    const amount = amountOf(item);
    return amount === undefined ? '—' : money.cell(amount);
  };
  const columns: readonly Column<SharedProject>[] = [
    {
      id: 'project',
      label: t('col_project'),
      head: true,
      cell: (item) => projectName(item, language),
    },
    { id: 'stage', label: field('stage'), cell: ({ stage }) => word(stage) },
    {
      id: 'status',
      label: field('status'),
      dim: true,
      cell: ({ status }) => statusTerms[status][language],
    },
    ...(has('industry')
      ? [
          {
            id: 'industry',
            label: field('industry'),
            cell: ({ industry }: SharedProject) => industryOf(industry),
          },
        ]
      : []),
    ...(has('money') ? [{ id: 'money', label: amountHead, right: true, cell: amountCell }] : []),
  ];
  return (
    <>
      <h2 className="vh">{t('totals')}</h2>
      <div className="listhead">
        <p className="lnote">
          {chosen.length === 0 ? t('no_filter') : t('filtered', { filters: chosen.join(' · ') })}
        </p>
        <ListFiles link={payload.link} />
      </div>
      <Totals
        caption={t('by_stage')}
        head={field('stage')}
        total={total}
        groups={stages.map(({ stage, ...sums }) => ({ key: stage, name: word(stage), sums }))}
      />
      {industries === undefined ? null : (
        <Totals
          caption={t('by_industry')}
          head={field('industry')}
          total={total}
          groups={industries.map(({ industry, ...sums }) => ({
            key: industry ?? '',
            name: industryOf(industry),
            sums,
          }))}
        />
      )}
      {items === undefined ? null : (
        <section className="sec">
          <h3>
            {t('projects_named')} <i>{formatCount(items.length, language)}</i>
          </h3>
          {items.length === 0 ? null : (
            <DataTable
              caption={t('projects_named')}
              columns={columns}
              rows={items}
              rowKey={({ code }) => code}
              stacks="labelled"
            />
          )}
          {items.length === total.count ? null : (
            <p className="lnote">{t('of', { shown: items.length, all: total.count })}</p>
          )}
        </section>
      )}
      {data_status === 'illustrative' ? (
        <p className="lnote">
          <StatusChip status="illustrative" /> {t('example_projects')}
        </p>
      ) : null}
      <Definitions overview={overview} unfolded />
    </>
  );
}
