import type { RegisterFilter } from '#domain/overview/register-filter.ts';
import type { ListFilters } from '#domain/redaction/register-cells.ts';
import { filledText, stageOrUnknown, status } from '#contract/core/primitives.ts';
import { typeSchema, z } from '#contract/core/zod.ts';
import { unique } from './shared-schemas.ts';

const listUnique = <T extends z.ZodType<string>>(one: T) =>
  z.array(one).min(1).max(100).refine(unique, 'must not name one twice').exactOptional();
/** The filters of the list of projects of a link. */
export const filtersSchema = typeSchema<ListFilters>(
  z.strictObject({
    stage: listUnique(stageOrUnknown),
    status: listUnique(status),
    industry: listUnique(filledText(200)),
    zone: listUnique(filledText(200)),
  }),
);
/** The projects of the other pages of a link. */
export const withinSchema = typeSchema<RegisterFilter>(
  z.strictObject({
    industry: listUnique(filledText(200)),
    zone: listUnique(filledText(200)),
    prefecture: listUnique(filledText(200)),
    owner: listUnique(filledText(200)),
    channel: listUnique(filledText(200)),
    agreement: listUnique(filledText(60)),
  }),
);
