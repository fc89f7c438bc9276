import { compact } from '#domain/values/compact.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import type { RedactionProfile } from './profile.ts';

/** Makes a profile that also omits data that may not be redistributed: a link publishes data. */
export function withholdFields(
  profile: RedactionProfile,
  { fields }: Pick<WithheldData, 'fields'>,
): RedactionProfile {
  const has = (field: WithheldData['fields'][number]): boolean => fields.includes(field);
  return {
    ...profile,
    amounts: has('total_investment') ? 'none' : profile.amounts,
    sections: profile.sections.filter(
      (section) =>
        !(section === 'industries' && has('industry')) &&
        !(section === 'milestones' && has('milestones')),
    ),
  };
}

type WithMark<T> = T & { readonly is_shared?: false };
/** Removes rows of indicators that may not be redistributed; no link shows them. */
export const hideRows = <T extends { readonly indicator: string }>(
  rows: readonly T[],
  { indicators }: Pick<WithheldData, 'indicators'>,
): readonly WithMark<T>[] =>
  rows.map((row) => (indicators.includes(row.indicator) ? { ...row, is_shared: false } : row));

/** Removes indicators that may not be redistributed from an overview; no link shows them. */
export const withholdIndicators = (overview: Overview, withheld: WithheldData): Overview => ({
  ...overview,
  targets: hideRows(overview.targets, withheld),
  ...compact({
    indicator_changes:
      overview.indicator_changes === undefined
        ? undefined
        : hideRows(overview.indicator_changes, withheld),
  }),
  zone: { ...overview.zone, withheld: { ...withheld, indicators: [] } },
});

/** Removes indicators that may not be redistributed from changes; no link shows them. */
export const withholdChanges = (
  changes: RegisterChanges,
  withheld: WithheldData,
): RegisterChanges => ({
  ...changes,
  indicators: hideRows(changes.indicators, withheld),
  targets: hideRows(changes.targets, withheld),
});
