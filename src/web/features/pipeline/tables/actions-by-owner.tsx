import type { ReactNode } from 'react';
import type { Action, ActionList } from '#domain/projects/actions.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import { formatCount } from '#domain/values/format.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { useSession } from '#web/data/view-queries.ts';
import { NeedsAction } from '#web/features/overview/parts/needs-action.tsx';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import * as tablesStyles from './stage-tables.module.css';

/** The value of the choice of rows without an owner; the value of an owner begins otherwise. */
const none = 'none';
const ownerValue = (name: string): string => `=${name}`;
const ownerOf = ({ owner = '' }: Action): string => owner.trim();

/** How many rows each owner has; those without one count under an empty name. */
function countOwners(items: readonly Action[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(ownerOf(item), (counts.get(ownerOf(item)) ?? 0) + 1);
  return counts;
}

function OwnerChoice({
  items,
  shown,
}: {
  readonly items: readonly Action[];
  readonly shown: readonly Action[] | undefined;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  const count = (n: number): string => formatCount(n, language);
  const counts = countOwners(items);
  const names = [...counts.keys()]
    .filter((name) => name !== '')
    .sort((a, b) => a.localeCompare(b, language));
  const option = (value: string, name: string, n: number) => (
    <option key={value} value={value}>
      {t('owner_count', { name, n: count(n) })}
    </option>
  );
  // The address may name several, or one without a row.
  const chosen = view.owner.join(t('list'));
  const label = term(projectFieldTerms, 'owner', language);
  const choose = (value: string) =>
    change({
      owner: value.startsWith('=') ? [value.slice(1)] : [],
      owned: value === none ? 'no' : undefined,
    });
  return (
    <p className={tablesStyles.owners}>
      <select
        aria-label={label}
        value={view.owned === 'no' ? none : chosen === '' ? '' : ownerValue(chosen)}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('filter_of', { name: label, value: t('everyone') })}</option>
        {chosen === '' || counts.has(chosen)
          ? null
          : option(ownerValue(chosen), chosen, shown?.length ?? 0)}
        {names.map((name) => option(ownerValue(name), name, counts.get(name) ?? 0))}
        {option(none, t('no_owner'), counts.get('') ?? 0)}
      </select>
      {shown === undefined ? null : (
        <span role="status">
          {t('listed', { n: count(shown.length), total: count(items.length) })}
        </span>
      )}
    </p>
  );
}

/** What needs action, in full: all rows, those of one owner or those without an owner. */
export function ActionsByOwner({
  list,
  ...rest
}: {
  readonly list: ActionList;
  readonly example: boolean;
  readonly units?: PageUnits;
  readonly link: (code: string, name: string) => ReactNode;
}) {
  const { view } = useViewState();
  const mayViewNotes = useSession().data?.may.includes('view_notes') === true;
  const { items } = list;
  const isFiltered = mayViewNotes && (view.owned === 'no' || view.owner.length > 0);
  const shown = isFiltered
    ? items.filter((item) =>
        view.owned === 'no' ? ownerOf(item) === '' : view.owner.includes(ownerOf(item)),
      )
    : undefined;
  const hasOwners = items.some((item) => ownerOf(item) !== '');
  return (
    <NeedsAction
      {...rest}
      list={list}
      first={20}
      {...(shown === undefined ? {} : { shown })}
      {...(mayViewNotes && (hasOwners || isFiltered)
        ? { filter: <OwnerChoice items={items} shown={shown} /> }
        : {})}
    />
  );
}
