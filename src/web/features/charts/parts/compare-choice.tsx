import { memo } from 'react';
import { type VersusField, versusFields } from '#domain/analysis/versus.ts';
import { yearBefore } from '#domain/time/year-before.ts';
import { readVersus } from '#domain/overview/read-versus.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { nameFilterValue } from '#domain/labels/projects/filter-value.ts';
import { findNameLanguage } from '#domain/labels/projects/name-language.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { useZone } from '#web/data/queries.ts';
import { useOwners } from '#web/data/use-owners.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { optionsOf } from '#web/features/projects/list/filter-selects.tsx';
import { useInvestorNames } from '#web/features/projects/list/use-investor-names.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { useComparedValues, useSeenValues } from './use-seen-values.ts';

/** A select field with the groups of a field, and with all projects. */
function GroupSelect({ field }: { readonly field: VersusField }) {
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  const access = useViewState();
  const profile = useZone().data;
  const owners = useOwners().data;
  const listedValues = useComparedValues(field);
  const versus = readVersus(access.view.versus ?? '');
  const values = versus?.kind === 'group' && versus.field === field ? versus.values : [];
  const options = optionsOf(field, { access, profile, listedValues, owners });
  const value = joinItems(values) ?? '';
  const investors = useInvestorNames(field === 'investor' ? [...options, ...values] : []);
  const nameOf = (id: string): string =>
    nameFilterValue(field, id, { ...profile, investors }, language);
  const isListed = value === '' || options.some((id) => joinItems([id]) === value);
  return (
    <SelectField
      label={term(projectFieldTerms, field, language)}
      value={value}
      onChange={({ target }) => access.change({ versus: `${field}:${target.value}` })}
    >
      <option value="">{t('all_projects')}</option>
      {isListed ? null : <option value={value}>{values.map(nameOf).join(' · ')}</option>}
      {options.map((id) => (
        <option
          key={id}
          value={joinItems([id])}
          lang={
            field === 'investor' ? findNameLanguage(id, investors.get(id), language) : undefined
          }
        >
          {nameOf(id)}
        </option>
      ))}
    </SelectField>
  );
}

/**
 * The day of the other side. The address changes when the day is complete; the field keeps the
 * typed text.
 */
function DayField({ day }: { readonly day: string }) {
  const t = useLabels(chartsLabels);
  const { change } = useViewState();
  return (
    <DateField
      label={t('other_day')}
      value={day}
      onChange={({ target: { value } }) => {
        if (readVersus(value) !== undefined) change({ versus: value });
      }}
    />
  );
}

/** Compares a chart with another day or other projects. The address holds the choice. */
export const CompareChoice = memo(function CompareChoice({ day }: { readonly day: string }) {
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  const access = useViewState();
  const { view, change } = access;
  const profile = useZone().data;
  const owners = useOwners().data;
  const listedValues = useSeenValues();
  const versus = readVersus(view.versus ?? '');
  const kind = versus === undefined ? '' : versus.kind === 'day' ? 'day' : versus.field;
  // countries and investors are read when a reader chooses them
  const fields = versusFields.filter(
    (field) =>
      ['country', 'investor', kind].includes(field) ||
      optionsOf(field, { access, profile, listedValues, owners }).length > 0,
  );
  const choose = (choice: string) =>
    change({
      versus: choice === '' ? undefined : choice === 'day' ? yearBefore(day) : `${choice}:`,
    });
  return (
    <>
      <SelectField
        label={t('compare')}
        value={kind}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t('compare_none')}</option>
        <option value="day">{t('compare_day')}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {term(projectFieldTerms, field, language)}
          </option>
        ))}
      </SelectField>
      {versus === undefined ? null : versus.kind === 'day' ? (
        <DayField day={versus.day} />
      ) : (
        <GroupSelect field={versus.field} />
      )}
    </>
  );
});
