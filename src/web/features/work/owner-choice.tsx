import { formatCount } from '#domain/values/format.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { useOwnerName } from '#web/data/use-owners.ts';
import { ownerChoiceLabels } from '#web/features/work/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as workStyles from './work.module.css';

/** The value of the choice of rows without an owner; the value of an owner begins otherwise. */
const none = 'none';
const ownerValue = (name: string): string => `=${name}`;

/** The owner filter in the address: some owners, or rows without one. */
export function useOwnerFilter(): {
  readonly isOn: boolean;
  readonly matches: (owner: string | undefined) => boolean;
} {
  const { view } = useViewState();
  return {
    isOn: view.owned === 'no' || view.owner.length > 0,
    matches: (owner = '') =>
      view.owned === 'no' ? owner.trim() === '' : view.owner.includes(owner.trim()),
  };
}

/** Counts the rows of each owner; those without one have an empty name. */
function countOwners(owners: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const owner of owners) {
    const name = owner?.trim() ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/**
 * The choice of the owner whose rows are listed. A signed-in person gets the own ones by one click.
 */
export function OwnerChoice({
  owners,
  listedCount,
}: {
  /** The owner of each row. */
  readonly owners: readonly (string | undefined)[];
  /** The number of listed rows. Omitted for all. */
  readonly listedCount?: number;
}) {
  const t = useLabels(ownerChoiceLabels);
  const language = useLanguage();
  const me = useOwnerName();
  const { view, change } = useViewState();
  const count = (n: number): string => formatCount(n, language);
  const counts = countOwners(owners);
  const names = [...counts.keys()]
    .filter((name) => name !== '')
    .sort((a, b) => a.localeCompare(b, language));
  const option = (value: string, name: string, n: number) => (
    <option key={value} value={value}>
      {t('owner_count', { name, n: count(n) })}
    </option>
  );
  // The address may name several, or one without a row.
  const choice = view.owner.join(t('list'));
  const label = term(projectFieldTerms, 'owner', language);
  const isMine = me !== undefined && choice === me;
  const choose = (owner: readonly string[], ownerFilter?: 'no') =>
    change({ owner, owned: ownerFilter });
  return (
    <p className={workStyles.owners}>
      <select
        aria-label={label}
        value={view.owned === 'no' ? none : choice === '' ? '' : ownerValue(choice)}
        onChange={({ target: { value } }) =>
          choose(value.startsWith('=') ? [value.slice(1)] : [], value === none ? 'no' : undefined)
        }
      >
        <option value="">{t('everyone', { label })}</option>
        {choice === '' || counts.has(choice)
          ? null
          : option(ownerValue(choice), choice, listedCount ?? 0)}
        {names.map((name) => option(ownerValue(name), name, counts.get(name) ?? 0))}
        {option(none, t('no_owner'), counts.get('') ?? 0)}
      </select>
      {me === undefined ? null : (
        <Button aria-pressed={isMine} onClick={() => choose(isMine ? [] : [me])}>
          {t('mine')}
        </Button>
      )}
      {listedCount === undefined ? null : (
        <span role="status" data-says="needs_action">
          {t('listed', { n: count(listedCount), total: count(owners.length) })}
        </span>
      )}
    </p>
  );
}
