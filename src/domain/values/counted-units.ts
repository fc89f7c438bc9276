const counted: ReadonlySet<string> = new Set([
  'companies',
  'jobs',
  'projects',
  'items',
  'institutions',
  'local_governments',
]);
/**
 * Whether a unit is of things that are counted one by one, so that its values are whole: not money,
 * areas, shares or a zone's own unit.
 */
export const isCounted = (unit: string): boolean => counted.has(unit);
