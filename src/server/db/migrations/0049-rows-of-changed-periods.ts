/**
 * Marks stores in which a revision writes only the periods that it changes. Their tables stay the
 * same, but an older Headway would undo a change of such a project wrongly, so it must refuse them.
 */
export const rowsOfChangedPeriods = (): readonly string[] => [];
