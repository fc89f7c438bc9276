import { compact } from '#domain/values/compact.ts';
import type { ReactNode } from 'react';
import type { ActionList } from '#domain/projects/actions.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { useSession } from '#web/data/view-queries.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { NeedsAction } from '#web/features/overview/parts/needs-action.tsx';
import { DeclaredMark, DeclaredStatuses } from '#web/features/work/declared-mark.tsx';
import { OwnerChoice, useOwnerFilter } from '#web/features/work/owner-choice.tsx';
import { LateTargets, listLateTargets } from './late-targets.tsx';

/**
 * What needs action, in full, projects and targets: all rows, those of one owner or those without
 * an owner.
 */
export function ActionsByOwner({
  list,
  targets,
  ...rest
}: {
  readonly list: ActionList;
  readonly targets: readonly TargetRow[];
  readonly example: boolean;
  readonly units?: PageUnits;
  readonly link: (code: string, name: string) => ReactNode;
}) {
  const mayViewNotes = useSession().data?.may.includes('view_notes') === true;
  const { hrefTo } = useViewState();
  const filter = useOwnerFilter();
  const isFiltered = mayViewNotes && filter.isOn;
  const filterByOwner = <T extends { readonly owner?: string }>(
    rows: readonly T[],
  ): readonly T[] => (isFiltered ? rows.filter(({ owner }) => filter.matches(owner)) : rows);
  const late = listLateTargets(targets);
  const owners = [...list.items, ...late].map(({ owner }) => owner);
  const [visible, shownTargets] = [filterByOwner(list.items), filterByOwner(late)];
  const hasOwners = owners.some((owner = '') => owner.trim() !== '');
  return (
    <DeclaredStatuses>
      <NeedsAction
        {...rest}
        list={list}
        first={20}
        due={hrefTo('/charts', { chart: 'timeline', by: 'all' })}
        declared={(code) => <DeclaredMark code={code} />}
        {...compact({ entries: isFiltered ? visible : undefined })}
        filter={
          <>
            {mayViewNotes && (hasOwners || isFiltered) ? (
              <OwnerChoice
                owners={owners}
                {...compact({
                  listedCount: isFiltered ? visible.length + shownTargets.length : undefined,
                })}
              />
            ) : null}
            <LateTargets rows={shownTargets} />
          </>
        }
      />
    </DeclaredStatuses>
  );
}
