import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import type { RedactionProfile } from './profile.ts';

/** A profile that also leaves out what may not be redistributed: whoever has a link is outside. */
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

type Marked<T> = T & { readonly is_shared?: false };
/** Rows of indicators; those that may not be redistributed are in no link. */
export const hideRows = <T extends { readonly indicator: string }>(
  rows: readonly T[],
  { indicators }: Pick<WithheldData, 'indicators'>,
): readonly Marked<T>[] =>
  rows.map((row) => (indicators.includes(row.indicator) ? { ...row, is_shared: false } : row));

/** An overview whose indicators that may not be redistributed are in no link. */
export const withholdIndicators = (overview: Overview, withheld: WithheldData): Overview => ({
  ...overview,
  targets: hideRows(overview.targets, withheld),
  zone: { ...overview.zone, withheld: { ...withheld, indicators: [] } },
});

/** Changes whose indicators that may not be redistributed are in no link. */
export const withholdChanges = (
  changes: RegisterChanges,
  withheld: WithheldData,
): RegisterChanges => ({
  ...changes,
  indicators: hideRows(changes.indicators, withheld),
  targets: hideRows(changes.targets, withheld),
});
