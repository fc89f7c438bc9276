import { type FilterNames, nameFilterValue } from '#domain/labels/projects/filter-value.ts';
import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import { findNameLanguage } from '#domain/labels/projects/name-language.ts';
import { filtersLabels } from '#web/features/filters/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import type { ViewAccess } from '#web/url/use-view-state.ts';

/**
 * A select field for the values of a filter: all of them, or the several values of the address.
 * Renders nothing without values.
 */
export function FilterSelect({
  field,
  label,
  options,
  names,
  access: { view, change },
}: {
  readonly field: ProjectFilterField;
  readonly label: string;
  readonly options: readonly string[];
  readonly names: FilterNames | undefined;
  readonly access: ViewAccess;
}) {
  const t = useLabels(filtersLabels);
  const language = useLanguage();
  const word = (id: string): string => nameFilterValue(field, id, names, language);
  const values = view[field];
  if (options.length === 0) return null;
  return (
    <SelectField
      label={label}
      value={values.join(',')}
      onChange={({ target: { value } }) => change({ [field]: value === '' ? [] : [value] })}
    >
      <option value="">{t('all')}</option>
      {values.length > 1 ? (
        <option value={values.join(',')}>{values.map(word).join(' · ')}</option>
      ) : null}
      {options.map((id) => (
        <option
          key={id}
          value={id}
          lang={
            field === 'investor'
              ? findNameLanguage(id, names?.investors?.get(id), language)
              : undefined
          }
        >
          {word(id)}
        </option>
      ))}
    </SelectField>
  );
}
