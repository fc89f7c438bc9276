import { z, type Infer } from '#contract/core/zod.ts';
import {
  count,
  decimal,
  filledText,
  id,
  isoDate,
  missing,
  month,
  text,
} from '#contract/core/primitives.ts';

/** A value of a month that no figure uses. Exactly one of `value` and `missing` is set. */
export const draftValueSchema = z.strictObject({
  indicator: z.string(),
  value: z.string().exactOptional(),
  missing: missing.exactOptional(),
  source: z.string().exactOptional(),
  author: z.string(),
  recorded_at: z.string(),
  revision: count,
});
export type DraftValue = Infer<typeof draftValueSchema>;
export const achievementSchema = z.strictObject({
  period: month,
  text: z.string(),
  author: z.string(),
  recorded_at: z.string(),
});

const namesOnce = (list: readonly { readonly indicator: string }[]): boolean =>
  new Set(list.map(({ indicator }) => indicator)).size === list.length;
/**
 * Drafts to write. A null value without a reason removes the draft. `seen`: the revision of the
 * draft that the sender saw, 0 for none.
 */
export const draftsBody = z.strictObject({
  values: z
    .array(
      z
        .strictObject({
          indicator: id,
          value: decimal.nullable(),
          missing: missing.exactOptional(),
          source: text(300).exactOptional(),
          seen: count.exactOptional(),
        })
        .refine((o) => o.value === null || o.missing === undefined, {
          path: ['missing'],
          message: 'stands only where value is null',
        }),
    )
    .min(1)
    .max(500)
    .refine(namesOnce, 'must not name an indicator twice'),
});
export type Drafts = Infer<typeof draftsBody>;
/** Drafts to accept as one revision. `confirm`: the drafts whose doubt is accepted. */
export const acceptBody = z.strictObject({
  indicators: z.array(id).min(1).max(500),
  confirm: z.array(id).max(500).exactOptional(),
  reason: text(500).exactOptional(),
});
export type AcceptedDrafts = Infer<typeof acceptBody>;
/**
 * Notes to write as one revision. An empty cause with an empty next step removes a note; an empty
 * achievement removes it. `seen`: when the note that the sender saw was recorded, empty for none.
 */
export const monthNotesBody = z
  .strictObject({
    notes: z
      .array(
        z.strictObject({
          indicator: id,
          cause: text(500),
          next_step: text(500).exactOptional(),
          owner: filledText(200).exactOptional(),
          due: isoDate.exactOptional(),
          seen: text(40).exactOptional(),
        }),
      )
      .max(100)
      .refine(namesOnce, 'must not name an indicator twice')
      .exactOptional(),
    achievement: z
      .strictObject({ text: text(2000), seen: text(40).exactOptional() })
      .exactOptional(),
  })
  .refine((b) => (b.notes?.length ?? 0) > 0 || b.achievement !== undefined, {
    path: ['notes'],
    message: 'must have notes or an achievement',
  });
export type MonthNotes = Infer<typeof monthNotesBody>;
