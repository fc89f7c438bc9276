import { projectFieldTerms } from '#domain/labels/projects/field.ts';
import { projectFilterFields, type ProjectFilterField } from '#domain/overview/register-filter.ts';
import { term } from '#domain/values/term.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { FilterSelect } from '#web/features/filters/filter-select.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { noItems } from '#web/url/view-state.ts';

/** The filters that the page offers. Others come from the address of another page. */
const offeredFields = ['stage', 'status', 'industry'] as const satisfies ProjectFilterField[];
export type OfferedField = (typeof offeredFields)[number];

/** The other filters of the address, with their values, and a button that removes every filter. */
export function OtherFilters() {
  const t = useLabels(documentsLabels);
  const language = useLanguage();
  const access = useViewState();
  const { view, change } = access;
  const names = useOverviewOfView().data?.zone;
  const others = projectFilterFields.filter(
    (field) => view[field].length > 0 && !offeredFields.some((id) => id === field),
  );
  return (
    <>
      {others.map((field) => (
        <FilterSelect
          key={field}
          field={field}
          label={term(projectFieldTerms, field, language)}
          options={view[field]}
          names={names}
          access={access}
        />
      ))}
      {view.q === '' ? null : <p>{t('search', { text: view.q })}</p>}
      <TextButton onClick={() => change({ q: '', ...noItems })}>{t('clear')}</TextButton>
    </>
  );
}
