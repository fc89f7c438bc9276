import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import { projectFieldTerms, measureTerms, term } from '#domain/labels/index.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { useOwnerName } from '#web/data/use-owners.ts';
import { sortFields, noFilters } from './list-query.ts';
import { FilterSelects, type FilterSelectsProps } from './filter-selects.tsx';
import * as projectsStyles from '#web/features/projects/projects.module.css';

/** Pause after the last key before the list is read again. */
const typingMs = 250;

/** Search, filters and the order, all in the address. */
export function FilterBar(props: FilterSelectsProps) {
  const { view, change } = props.access;
  const t = useLabels(projectListLabels);
  const form = useRef<HTMLFormElement>(null);
  const { state, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press of the shortcut makes a new key
  useEffect(() => {
    if ((state as { readonly search?: boolean } | null)?.search === true)
      form.current?.querySelector('input')?.focus();
  }, [state, key]);
  const isFiltered = view.q !== '' || projectFilterFields.some((field) => view[field].length > 0);
  return (
    <form
      ref={form}
      className={projectsStyles.filters}
      role="search"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchField access={props.access} />
      <FilterSelects {...props} />
      <SortSelect access={props.access} />
      <MineButton access={props.access} />
      {isFiltered ? <TextButton onClick={() => change(noFilters)}>{t('clear')}</TextButton> : null}
    </form>
  );
}

function SearchField({ access: { view, change } }: Pick<FilterSelectsProps, 'access'>) {
  const t = useLabels(projectListLabels);
  const [text, setText] = useState(view.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const addressText = useRef(view.q);
  useEffect(() => {
    if (view.q !== addressText.current) setText(view.q);
    addressText.current = view.q;
  }, [view.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (q: string) => {
    setText(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      addressText.current = q;
      change({ q }, { replace: true });
    }, typingMs);
  };
  return (
    <Field
      type="search"
      name="q"
      label={t('search')}
      placeholder={t('search_hint')}
      value={text}
      maxLength={200}
      onChange={(event) => type(event.target.value)}
    />
  );
}

/**
 * Filters the projects of the signed-in person. Renders nothing without an account or a project.
 */
function MineButton({ access: { view, change } }: Pick<FilterSelectsProps, 'access'>) {
  const t = useLabels(projectListLabels);
  const name = useOwnerName();
  if (name === undefined) return null;
  const isOn = view.owner.length === 1 && view.owner[0] === name;
  return (
    <Button aria-pressed={isOn} onClick={() => change({ owner: isOn ? [] : [name] })}>
      {t('mine')}
    </Button>
  );
}

function SortSelect({ access: { view, change } }: Pick<FilterSelectsProps, 'access'>) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const name = (field: string) =>
    field === 'total_investment'
      ? measureTerms.total_investment[language]
      : term(projectFieldTerms, field, language);
  const isKnown = sortFields.some((field) => field === view.sort.replace(/^-/, ''));
  return (
    <SelectField
      label={t('sort')}
      value={view.sort}
      onChange={(event) => change({ sort: event.target.value })}
    >
      {sortFields.flatMap((field) =>
        (['descending', 'ascending'] as const).map((direction) => {
          const value = direction === 'descending' ? `-${field}` : field;
          return (
            <option key={value} value={value}>
              {`${name(field)} · ${t(direction)}`}
            </option>
          );
        }),
      )}
      {isKnown ? null : <option value={view.sort}>{view.sort}</option>}
    </SelectField>
  );
}
