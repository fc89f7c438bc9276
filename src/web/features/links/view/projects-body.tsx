import type { SharedPayload } from '#contract/links/schemas.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Amount } from '#domain/projects/project.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { SharedProject, SharedProjects } from '#domain/redaction/shared-projects.ts';
import { listFilters } from '#domain/redaction/register-cells.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { missingTerms } from '#domain/labels/general/missing-figure.ts';
import { measureTerms, writeNotKnown, projectFieldTerms, term } from '#domain/labels/index.ts';
import { stageWord, statusTerms } from '#domain/labels/projects/stage.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Definitions } from '#web/features/overview/parts/definitions.tsx';
import { nameFilterValue } from '#domain/labels/projects/filter-value.ts';
import { moneyColumn, findEntryName } from '#web/features/projects/facts/project-labels.ts';
import { Totals } from './list-totals.tsx';
import { writeFigureQuery } from '#domain/measures/figure-name.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import { LaterMoneyNotShown } from '#web/figures/later-money.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as readerStyles from '#web/features/links/reader.module.css';
import { compact } from '#domain/values/compact.ts';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { sharedLists } from '#contract/links/constants.ts';
import { buildPath } from '#contract/core/path.ts';
import { FileItems } from '#web/figures/file-items.tsx';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';

/** Downloads of the shared list. Renders nothing when the link exports no data, or in a preview. */
export function ListFiles({ link }: Pick<SharedPayload, 'link'>) {
  const t = useLabels(readerLabels);
  const lang = useLanguage();
  if (link.exports !== 'data' || link.id === '') return null;
  const label = t('list_files');
  const address = (file: (typeof sharedLists)[number], csv?: 'excel'): string =>
    buildPath(linkEndpoints.sharedList, { link: link.id, file }, { lang, ...compact({ csv }) });
  return (
    <Popover
      label={label}
      trigger={(button) => <IconButton {...button} icon="download" label={label} />}
    >
      {(close) => (
        <FileItems
          formats={['csv', 'xlsx']}
          address={(format, csv) => address(`projects.${format}`, csv)}
          onClick={close}
        />
      )}
    </Popover>
  );
}

interface ListProps {
  readonly payload: SharedPayload;
  readonly projects: SharedProjects;
}

const readAmount = ({ money, missing }: SharedProject): Amount | undefined => {
  if (money !== undefined) return { money };
  return missing === undefined ? undefined : { missing };
};

/** Functions that name the fields and values of the shared list. */
function useNames({ zone }: Overview) {
  const language = useLanguage();
  return {
    field: (name: string): string => term(projectFieldTerms, name, language),
    stage: (stage: string): string => stageWord(zone.stage_words, stage, language),
    industry: (id: string | undefined): string =>
      findEntryName(zone.industries, id, language) ?? missingTerms.not_reported[language],
  };
}

/** The shared list of projects: its filters, totals, and named projects. */
export function ProjectsBody({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { projects } = payload;
  const overview = toDrawableOverview(payload.overview);
  if (projects === undefined)
    return <p className={textStyles.note}>{writeNotKnown(overview, language)}</p>;
  const { data_status } = projects;
  return (
    <>
      <h2 className={textStyles.visuallyHidden}>{t('totals')}</h2>
      <div className={readerStyles.listHead}>
        <FilterNote payload={payload} projects={projects} />
        <ListFiles link={payload.link} />
      </div>
      <ProjectTotals payload={payload} projects={projects} />
      {projects.total.amounts.length === 0 ? null : <LaterMoneyNotShown />}
      <NamedProjects payload={payload} projects={projects} />
      {data_status === 'illustrative' ? (
        <p className={textStyles.note}>
          <StatusChip status="illustrative" /> {t('example_projects')}
        </p>
      ) : null}
      <Definitions overview={overview} unfolded />
    </>
  );
}

/** Totals of the shared list by stage and by industry. */
export function ProjectTotals({ payload, projects }: ListProps) {
  const t = useLabels(readerLabels);
  const names = useNames(toDrawableOverview(payload.overview));
  const { stages, industries, total } = projects;
  return (
    <>
      <Totals
        caption={t('by_stage')}
        head={names.field('stage')}
        total={total}
        groups={stages.map(({ stage, ...sums }) => ({
          key: stage,
          of: writeFigureQuery({ stage }),
          name: names.stage(stage),
          sums,
        }))}
      />
      {industries === undefined ? null : (
        <Totals
          caption={t('by_industry')}
          head={names.field('industry')}
          total={total}
          groups={industries.map(({ industry, ...sums }) => ({
            key: industry ?? '',
            name: names.industry(industry),
            sums,
          }))}
        />
      )}
    </>
  );
}

/** The filters of the shared list. */
export function FilterNote({ payload, projects }: ListProps) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { filters = {} } = payload.view;
  const zone = { ...payload.overview.zone, function_zones: projects.zones };
  const filterTexts = listFilters.flatMap((name) => {
    const words = (filters[name] ?? []).map((id) => nameFilterValue(name, id, zone, language));
    const field = term(projectFieldTerms, name, language);
    return words.length === 0 ? [] : [`${field}${t('colon')}${words.join(t('list'))}`];
  });
  return (
    <p className={textStyles.note}>
      {filterTexts.length === 0
        ? t('no_filter')
        : t('filtered', { filters: filterTexts.join(' · ') })}
    </p>
  );
}

/** The projects that the link names; on paper only the first ones. */
export function NamedProjects({
  payload,
  projects: { items, total },
  most = Number.POSITIVE_INFINITY,
}: ListProps & { readonly most?: number }) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const columns = useProjectColumns(items ?? [], toDrawableOverview(payload.overview));
  if (items === undefined) return null;
  return (
    <section className={textStyles.section}>
      <h3>
        {t('projects_named')} <i>{formatCount(items.length, language)}</i>
      </h3>
      {items.length === 0 ? null : (
        <DataTable
          caption={t('projects_named')}
          columns={columns}
          rows={items.slice(0, most)}
          rowKey={({ code }) => code}
          stacks="labelled"
        />
      )}
      {items.length > most ? (
        <p className={textStyles.note}>{t('and_more', { count: items.length - most })}</p>
      ) : null}
      {items.length === total.count ? null : (
        <p className={textStyles.note}>{t('of', { shown: items.length, all: total.count })}</p>
      )}
    </section>
  );
}

function useProjectColumns(
  items: readonly SharedProject[],
  overview: Overview,
): readonly Column<SharedProject>[] {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const names = useNames(overview);
  const columnsWith = (field: keyof SharedProject, column: Column<SharedProject>) =>
    items.some((item) => item[field] !== undefined) ? [column] : [];
  const money = moneyColumn(items.map(readAmount), language);
  return [
    {
      id: 'project',
      label: t('col_project'),
      head: true,
      cell: (item) => <ProjectName project={item} />,
    },
    { id: 'stage', label: names.field('stage'), cell: ({ stage }) => names.stage(stage) },
    {
      id: 'status',
      label: names.field('status'),
      dim: true,
      cell: ({ status }) => statusTerms[status][language],
    },
    ...columnsWith('industry', {
      id: 'industry',
      label: names.field('industry'),
      cell: ({ industry }) => names.industry(industry),
    }),
    ...columnsWith('money', {
      id: 'money',
      label: [measureTerms.total_investment[language], money.unit].filter(Boolean).join(' · '),
      right: true,
      cell: (item) => {
        const amount = readAmount(item);
        if (amount === undefined) return '—';
        return (
          <ExplainableFigure measure="project_amount" of={writeFigureQuery({ code: item.code })}>
            {money.cell(amount)}
          </ExplainableFigure>
        );
      },
    }),
  ];
}
