/**
 * FNV-1a hash of the header words. It identifies the shape of a file, and each edition stores it.
 */
export function shapeHash(keys: readonly string[]): string {
  let h = 0x811c9dc5;
  for (const c of keys.join('\u0001')) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return h.toString(36).padStart(7, '0').slice(0, 7);
}
