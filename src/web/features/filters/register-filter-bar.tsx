import { memo, useState } from 'react';
import { investmentFigures } from '#domain/overview/headline-figures.ts';
import type { Overview } from '#domain/overview/overview.ts';
import {
  registerFilterFields,
  type RegisterFilterField,
} from '#domain/overview/register-filter.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { compact } from '#domain/values/compact.ts';
import { formatCount, formatValue } from '#domain/values/format.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { useFunctionZones } from '#web/data/use-function-zones.ts';
import { useSummary, useZone } from '#web/data/queries.ts';
import { useFilterQuery } from '#web/data/overview-of-view.ts';
import { useFactGroups } from '#web/data/use-fact-groups.ts';
import { useOwners } from '#web/data/use-owners.ts';
import { filtersLabels } from '#web/features/filters/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { FilterSelect } from './filter-select.tsx';
import * as filtersStyles from './filters.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The page without a filter. */
const noFilter = {
  industry: [],
  zone: [],
  prefecture: [],
  owner: [],
  channel: [],
  agreement: [],
} as const;

/** Makes the function that lists the options of each filter, with the values of the address. */
function useOptions(): (field: RegisterFilterField) => readonly string[] {
  const { view } = useViewState();
  const profile = useZone().data;
  const owners = useOwners().data;
  const filter = useFilterQuery();
  const day = { as_of: view.as_of, known_at: view.known_at };
  const prefectures = useSummary({ by: 'prefecture', ...day }).data;
  const zones = useFunctionZones(profile?.function_zones, day);
  const groups = useFactGroups();
  const offeredValues: Readonly<Record<RegisterFilterField, readonly string[]>> = {
    industry: (profile?.industries ?? []).map(({ id }) => id),
    zone: zones.map(({ id }) => id),
    prefecture: (prefectures?.groups ?? []).map(({ key }) => key).filter((key) => key !== ''),
    owner: (owners?.owners ?? []).map(({ name }) => name),
    ...groups,
  };
  return (field) =>
    filter[field] === undefined
      ? offeredValues[field]
      : [...new Set([...offeredValues[field], ...view[field]])];
}

function Selects() {
  const t = useLabels(filtersLabels);
  const language = useLanguage();
  const access = useViewState();
  const profile = useZone().data;
  const optionsOf = useOptions();
  return registerFilterFields.map((field) => (
    <FilterSelect
      key={field}
      field={field}
      label={field === 'owner' ? t('of_owner') : term(projectFieldTerms, field, language)}
      options={optionsOf(field)}
      names={profile}
      access={access}
    />
  ));
}

/** Notes how many projects are shown, and which figures are still those of the whole zone. */
function FilterNotes({
  total,
  filtered: { of, zone },
}: {
  readonly total: number;
  readonly filtered: NonNullable<Overview['filtered']>;
}) {
  const t = useLabels(filtersLabels);
  const language = useLanguage();
  const write = ({ value, unit, qualifier, name }: Figure): string =>
    `${name === undefined ? '' : `${name[language]} `}${formatValue(value, unit, language, compact({ qualifier })).text}`;
  const publishedFigures = [
    ...(zone.established === undefined
      ? []
      : [t('published_established', { n: write(zone.established) })]),
    ...investmentFigures(zone).map(write),
    ...(zone.pipeline === undefined ? [] : [t('published_pipeline', { n: write(zone.pipeline) })]),
    ...(zone.classes ?? []).map(write),
  ];
  return (
    <div role="status" data-says="listed_projects">
      <p>
        <ExplainableFigure measure="listed_projects">
          <b>
            {t('shown', {
              n: formatCount(total, language),
              of: formatCount(of, language, 'projects'),
            })}
          </b>
        </ExplainableFigure>{' '}
        {t('zone_values')}
      </p>
      {publishedFigures.length === 0 ? null : (
        <p className={textStyles.note}>
          {t('published', { list: publishedFigures.join(t('list')) })}
        </p>
      )}
    </div>
  );
}

/** Filters the projects of the page by several fields. The address holds the filter. */
export const RegisterFilterBar = memo(function RegisterFilterBar({
  overview,
}: {
  readonly overview: Overview | undefined;
}) {
  const t = useLabels(filtersLabels);
  const { change } = useViewState();
  const filter = useFilterQuery();
  const isFiltered = registerFilterFields.some((field) => filter[field] !== undefined);
  const [isOpen, setOpen] = useState(isFiltered);
  const { filtered, projects_total: total } = overview ?? {};
  return (
    <section className={filtersStyles.bar} aria-label={t('filter')}>
      {isOpen || isFiltered ? (
        <div className={filtersStyles.selects}>
          <Selects />
          {isFiltered ? (
            <TextButton onClick={() => change(noFilter)}>{t('clear')}</TextButton>
          ) : null}
        </div>
      ) : (
        <Button quiet icon="search" onClick={() => setOpen(true)}>
          {t('filter')}
        </Button>
      )}
      {filtered === undefined || total === undefined || !isFiltered ? null : (
        <FilterNotes total={total} filtered={filtered} />
      )}
    </section>
  );
});
