/** The state of the files of a closed month. `waiting`: a try failed, and another one follows. */
export const reportDeliveryStates = ['waiting', 'writing', 'written'] as const;
export type ReportDeliveryState = (typeof reportDeliveryStates)[number];

/**
 * Why files were not written: the folder is missing, not writable, full or failed; or a file could
 * not be made.
 */
export const reportFileFaults = ['missing', 'no_right', 'full', 'failed', 'no_report'] as const;
export type ReportFileFault = (typeof reportFileFaults)[number];
