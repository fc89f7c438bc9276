import { languages } from '#domain/values/language.ts';
import { z } from '#contract/core/zod.ts';
import { id } from '#contract/core/primitives.ts';

/** How a figure's file is wanted: words and looks, never what is in it. */
export const pictureQuery = {
  lang: z.enum(languages).exactOptional(),
  theme: z.enum(['light', 'dark']).exactOptional(),
  size: z.enum(['wide', 'half_a4', 'tall', 'a4']).exactOptional(),
  scale: z.enum(['1', '2', '3']).exactOptional(),
  measure: id.exactOptional(),
  range: z.enum(['to_date', 'to_target']).exactOptional(),
  csv: z.enum(['plain', 'excel']).exactOptional(),
};
