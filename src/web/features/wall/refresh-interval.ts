/**
 * How often a screen on a wall reads again by itself, in ms: also where nothing tells it of a
 * change.
 */
export const wallReadsEveryMs = 60_000;
