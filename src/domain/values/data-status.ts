/**
 * The certainty of a value, weakest last. A computed value has the weakest status of its inputs.
 */
export const dataStatuses = [
  'reported',
  'provisional',
  'estimate',
  'forecast',
  'illustrative',
] as const;
export type DataStatus = (typeof dataStatuses)[number];

/**
 * Why a value is missing. Zero is a value. `not_readable`: the source has a text from which no
 * amount could be read.
 */
export const missingReasons = [
  'not_reported',
  'not_disclosed',
  'not_applicable',
  'not_yet_due',
  'not_readable',
] as const;
export type MissingReason = (typeof missingReasons)[number];
/** The reasons that a person can choose. */
export const selectableReasons = missingReasons.filter((reason) => reason !== 'not_readable');

/** Why a figure has no value. `no_sum`: its parts are reported, but they make no sum. */
export const absenceReasons = [...missingReasons, 'no_sum'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** The origin of a record. A total never adds two origins. */
export const origins = ['sample', 'example_zone', 'own'] as const;
export type Origin = (typeof origins)[number];

/** The weakest status of several; `reported` when there are none. */
export const weakestStatus = (statuses: readonly DataStatus[]): DataStatus =>
  statuses.reduce<DataStatus>(
    (a, b) => (dataStatuses.indexOf(b) > dataStatuses.indexOf(a) ? b : a),
    'reported',
  );
