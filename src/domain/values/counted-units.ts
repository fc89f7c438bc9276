const unitsOfCount: ReadonlySet<string> = new Set([
  'companies',
  'jobs',
  'projects',
  'items',
  'institutions',
  'local_governments',
]);
/**
 * Whether a unit counts things one by one, so that its values are whole numbers. Money, areas,
 * shares and a zone's own units do not.
 */
export const isCounted = (unit: string): boolean => unitsOfCount.has(unit);
