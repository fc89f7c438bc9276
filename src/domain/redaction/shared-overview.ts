import { compact } from '#domain/values/compact.ts';
import { bridgeMoves, type RegisterChanges } from '#domain/changes/moves.ts';
import type { Changes, Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { RegisterFilterField } from '#domain/overview/register-filter.ts';
import type { Text } from '#domain/values/language.ts';
import type { RedactionProfile } from './profile.ts';

/**
 * A target without the words that people wrote about it, and without the words of the source on its
 * points.
 */
export type SharedTarget = Omit<
  TargetRow,
  'cause' | 'marks' | 'declared' | 'is_shared' | 'owner' | 'unit_in_charge' | 'split' | 'items'
>;

/** The filter of a link for its reader: its values, and the counts of filtered and all projects. */
export interface SharedFilter {
  readonly of: number;
  readonly shown: number;
  /** Owners are not named. */
  readonly by: readonly {
    readonly field: RegisterFilterField;
    readonly names: readonly Text[];
  }[];
}

/**
 * A redacted overview: hidden parts are omitted, never blanked. Revision, other days, age of the
 * data, bridge, number of records, causes and actions are always omitted; the other parts follow
 * the sections of the profile.
 */
export interface SharedOverview
  extends Pick<
      Overview,
      | 'origin'
      | 'as_of'
      | 'zone'
      | 'illustrative'
      | 'stage_mapping'
      | 'latest_month'
      | 'first_known_day'
      | 'undated'
    >,
    Partial<
      Pick<
        Overview,
        | 'compare'
        | 'indicator_changes'
        | 'headline'
        | 'main_measure'
        | 'plan'
        | 'thresholds'
        | 'phases'
        | 'phase_now'
        | 'phase_note'
      >
    > {
  readonly shared: Pick<RedactionProfile, 'names' | 'amounts' | 'smallest_group'>;
  readonly targets?: readonly SharedTarget[];
  readonly strip?: Overview['strip'];
  /** `items` is present only if the link names projects. */
  readonly changes?: Omit<Changes, 'items'> & { readonly items?: Changes['items'] };
  readonly established?: Overview['established'];
  readonly closed?: NonNullable<Overview['closed']>;
  readonly reopened?: NonNullable<Overview['reopened']>;
  /** The link includes some projects; targets and published figures cover all projects. */
  readonly filter?: SharedFilter;
}

/** A shared overview in the shape that charts take, with its bridge. Omitted parts are empty. */
export function toDrawableOverview(
  shared: SharedOverview,
  between?: Pick<RegisterChanges, 'data_status'> &
    Partial<Pick<RegisterChanges, 'bridge' | 'moves' | 'total' | 'next_due'>>,
): Overview {
  const { shared: _, filter: _filter, targets, strip, changes, ...fields } = shared;
  const moves = between?.bridge === undefined ? {} : bridgeMoves(between);
  return {
    headline: { before: {} },
    main_measure: '',
    plan: { path: 'straight', checkpoints: [] },
    thresholds: { ahead: 105, on: 95, slightly: 80 },
    phases: [],
    established: [],
    ...fields,
    is_link: true,
    revision: 0,
    days: [shared.as_of],
    targets: targets ?? [],
    strip: strip ?? { groups: [], data_status: between?.data_status ?? 'reported' },
    ...compact({ bridge: between?.bridge }),
    ...moves,
    ...compact({ changes: changes === undefined ? undefined : { items: [], ...changes } }),
  };
}
