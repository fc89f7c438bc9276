/**
 * Rounds a coordinate of a drawing.
 * @returns the coordinate to a hundredth of a pixel, which nobody sees at any size
 */
export const roundCoordinate = (value: number): number => Math.round(value * 100) / 100;
