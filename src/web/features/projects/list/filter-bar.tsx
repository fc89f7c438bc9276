import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { stagesAndUnknown, statuses } from '#domain/projects/stage.ts';
import { projectFieldTerms, measureTerms, term } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectsText } from '#web/features/projects/labels/list/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { TextButton } from '#web/ui/controls/button.tsx';
import type { ViewAccess } from '#web/url/use-view-state.ts';
import { filterFields, sortFields, type FilterField } from './list-query.ts';
import { filterWord } from '#web/features/projects/facts/project-labels.ts';

/** After the last key, before the list is asked for again. */
const typingMs = 250;

/** Search, four filters and the order, all in the address. */
export function FilterBar({
  access,
  profile,
  seen,
}: {
  readonly access: ViewAccess;
  readonly profile: ZoneProfile | undefined;
  readonly seen: Readonly<Record<'industry' | 'zone', readonly string[]>>;
}) {
  const t = useText(projectsText);
  const language = useLanguage();
  const { view, change } = access;
  const [text, setText] = useState(view.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef(view.q);
  useEffect(() => {
    if (view.q !== written.current) setText(view.q);
    written.current = view.q;
  }, [view.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = useRef<HTMLFormElement>(null);
  const { state, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is another at each press of the shortcut
  useEffect(() => {
    if ((state as { readonly search?: boolean } | null)?.search === true)
      search.current?.querySelector('input')?.focus();
  }, [state, key]);
  const type = (to: string) => {
    setText(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = to;
      change({ q: to }, { replace: true });
    }, typingMs);
  };
  const options: Readonly<Record<FilterField, readonly string[]>> = {
    stage: stagesAndUnknown,
    status: statuses,
    industry: [
      ...new Set([
        ...(profile?.industries.map((i) => i.id) ?? []),
        ...seen.industry,
        ...view.industry,
      ]),
    ],
    zone: [
      ...new Set([...(profile?.function_zones.map((z) => z.id) ?? []), ...seen.zone, ...view.zone]),
    ],
  };
  const sortField = view.sort.replace(/^-/, '');
  const sortName = (field: string) =>
    field === 'total_investment'
      ? measureTerms.total_investment[language]
      : term(projectFieldTerms, field, language);
  const active = view.q !== '' || filterFields.some((field) => view[field].length > 0);
  return (
    <form
      ref={search}
      className="filters"
      role="search"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Field
        type="search"
        name="q"
        label={t('search')}
        placeholder={t('search_hint')}
        value={text}
        maxLength={200}
        onChange={(event) => type(event.target.value)}
      />
      {filterFields.map((field) => (
        <SelectField
          key={field}
          label={term(projectFieldTerms, field, language)}
          value={view[field].length === 0 ? '' : view[field].join(',')}
          onChange={(event) =>
            change({ [field]: event.target.value === '' ? [] : [event.target.value] })
          }
        >
          <option value="">{t('all')}</option>
          {view[field].length > 1 ? (
            <option value={view[field].join(',')}>
              {view[field].map((id) => filterWord(field, id, profile, language)).join(' · ')}
            </option>
          ) : null}
          {options[field].map((id) => (
            <option key={id} value={id}>
              {filterWord(field, id, profile, language)}
            </option>
          ))}
        </SelectField>
      ))}
      <SelectField
        label={t('sort')}
        value={view.sort}
        onChange={(event) => change({ sort: event.target.value })}
      >
        {sortFields
          .flatMap((field) => [`-${field}`, field])
          .map((sort) => (
            <option
              key={sort}
              value={sort}
            >{`${sortName(sort.replace(/^-/, ''))} · ${t(sort.startsWith('-') ? 'descending' : 'ascending')}`}</option>
          ))}
        {(sortFields as readonly string[]).includes(sortField) ? null : (
          <option value={view.sort}>{view.sort}</option>
        )}
      </SelectField>
      {active ? (
        <TextButton
          onClick={() => change({ q: '', stage: [], status: [], industry: [], zone: [] })}
        >
          {t('clear')}
        </TextButton>
      ) : null}
    </form>
  );
}
