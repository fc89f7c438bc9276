/** Time in ms between two refreshes of a wall screen, also without an event. */
export const wallReadsEveryMs = 60_000;
