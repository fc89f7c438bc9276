import {
  isAnnotationPlace,
  longestAnnotation,
  mostAnnotations,
} from '#domain/analysis/annotation.ts';
import { filledText, id, text } from '#contract/core/primitives.ts';
import { z } from '#contract/core/zod.ts';

const annotationSchema = z.strictObject({
  /** A day, or an exact value in `unit`. */
  at: z
    .string()
    .max(40)
    .refine(isAnnotationPlace, 'must be a day as 2021-03-31, or a number as 1200000.5'),
  unit: id.exactOptional(),
  text: filledText(longestAnnotation),
});
/** The words that a person adds to a chart. Its files and links have them, too. */
export const addedWords = {
  note: text(2000).exactOptional(),
  /** Texts at days or values of the chart. */
  annotations: z.array(annotationSchema).max(mostAnnotations).exactOptional(),
};
