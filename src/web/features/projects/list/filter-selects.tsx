import { stagesAndUnknown, statuses } from '#domain/projects/stage.ts';
import { projectFilterFields, type ProjectFilterField } from '#domain/overview/register-filter.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useLanguage } from '#web/i18n/text.ts';
import type { Owners } from '#contract/work/schemas.ts';
import { useOwners } from '#web/data/use-owners.ts';
import type { ViewAccess } from '#web/url/use-view-state.ts';
import { useInvestorNames } from './use-investor-names.ts';
import { FilterSelect } from '#web/features/filters/filter-select.tsx';

export interface FilterSelectsProps {
  readonly access: ViewAccess;
  readonly profile: ZoneProfile | undefined;
  /** Values of the listed projects, which may be missing in the zone's settings. */
  readonly listedValues: { readonly [F in ProjectFilterField]?: readonly string[] };
}

/** A list for each filter that has values. */
export function FilterSelects(props: FilterSelectsProps) {
  const language = useLanguage();
  const owners = useOwners().data;
  const investors = useInvestorNames(props.access.view.investor);
  return projectFilterFields.map((field) => (
    <FilterSelect
      key={field}
      field={field}
      label={term(projectFieldTerms, field, language)}
      options={optionsOf(field, { ...props, owners })}
      names={{ ...props.profile, investors }}
      access={props.access}
    />
  ));
}

type SelectProps = FilterSelectsProps & { readonly owners: Owners | undefined };

/** The values that a filter offers. */
export function optionsOf(
  field: ProjectFilterField,
  { access: { view }, profile, listedValues, owners }: SelectProps,
): readonly string[] {
  if (field === 'stage') return stagesAndUnknown;
  if (field === 'status') return statuses;
  if (field === 'owner')
    return [...new Set([...(owners?.owners ?? []).map(({ name }) => name), ...view.owner])];
  if (field === 'unit') return [...new Set([...(owners?.units ?? []), ...view.unit])];
  // values that the zone does not list: those of the register, and those of the address
  if (field !== 'industry' && field !== 'zone')
    return [...new Set([...(listedValues[field] ?? []), ...view[field]])];
  const zoneEntries = field === 'industry' ? profile?.industries : profile?.function_zones;
  return [
    ...new Set([
      ...(zoneEntries ?? []).map(({ id }) => id),
      ...(listedValues[field] ?? []),
      ...view[field],
    ]),
  ];
}
