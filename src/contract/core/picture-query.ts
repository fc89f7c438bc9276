import { z } from './zod.ts';
import { id, lang } from './primitives.ts';

/**
 * The language and appearance of a chart file. `csv=excel` adds a byte order mark and guards cells
 * that a spreadsheet would run.
 */
export const pictureQuery = {
  lang,
  theme: z.enum(['light', 'dark']).exactOptional(),
  size: z.enum(['wide', 'half_a4', 'tall', 'a4']).exactOptional(),
  scale: z.enum(['1', '2', '3']).exactOptional(),
  measure: id.exactOptional(),
  range: z.enum(['to_date', 'to_target']).exactOptional(),
  csv: z.enum(['plain', 'excel']).exactOptional(),
};
