import { expectChoice } from '#charts/figure/drawings.ts';
import { type FilterNames, nameFilterValue } from '#domain/labels/projects/filter-value.ts';
import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import { findNameLanguage } from '#domain/labels/projects/name-language.ts';
import { filtersLabels } from '#web/features/filters/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { useReadAhead } from '#web/url/read-ahead.ts';
import type { ViewAccess } from '#web/url/use-view-state.ts';

/** The values that a list offers, those after the current one first, as the arrow key takes them. */
function listNext(options: readonly string[], current: string): readonly (readonly string[])[] {
  const all = ['', ...options];
  const at = all.indexOf(current);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))].map((id) =>
    id === '' ? [] : [id],
  );
}

/**
 * A select field for the values of a filter: all of them, or the several values of the address.
 * Renders nothing without values.
 */
export function FilterSelect({
  field,
  label,
  options,
  names,
  access: { view, change, prepare },
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
  const { start, stop } = useReadAhead();
  if (options.length === 0) return null;
  const approach = (): void => {
    expectChoice();
    start(listNext(options, values.join(',')).map((items) => () => prepare({ [field]: items })));
  };
  return (
    <SelectField
      label={label}
      onPointerEnter={approach}
      onFocus={approach}
      onPointerDown={approach}
      onKeyUp={approach}
      onPointerLeave={({ currentTarget }) => {
        if (currentTarget !== document.activeElement) stop();
      }}
      onBlur={stop}
      value={values.join(',')}
      onChange={({ target: { value } }) => {
        stop();
        change({ [field]: value === '' ? [] : [value] }, { atOnce: true });
      }}
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
