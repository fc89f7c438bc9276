/** How sure a value is, weakest last: a computed value takes the weakest status of its inputs. */
export const dataStatuses = [
  'reported',
  'provisional',
  'estimate',
  'forecast',
  'illustrative',
] as const;
export type DataStatus = (typeof dataStatuses)[number];

/**
 * Why a value is missing. Zero is a value and never missing. `not_readable`: the source has a text
 * there, and no amount came out of it.
 */
export const missingReasons = [
  'not_reported',
  'not_disclosed',
  'not_applicable',
  'not_yet_due',
  'not_readable',
] as const;
export type MissingReason = (typeof missingReasons)[number];
/** Those that a person can give. */
export const selectableReasons = missingReasons.filter((reason) => reason !== 'not_readable');

/** Where a record came from; totals never cross origins. */
export const origins = ['sample', 'example_zone', 'own'] as const;
export type Origin = (typeof origins)[number];

/** The weakest status of several; `reported` when there are none. */
export const weakestStatus = (statuses: readonly DataStatus[]): DataStatus =>
  statuses.reduce<DataStatus>(
    (a, b) => (dataStatuses.indexOf(b) > dataStatuses.indexOf(a) ? b : a),
    'reported',
  );
