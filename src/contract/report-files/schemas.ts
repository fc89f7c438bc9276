import { count, month, noInput } from '#contract/core/primitives.ts';
import { type Infer, z } from '#contract/core/zod.ts';
import { reportDeliveryStates, reportFileFaults } from './constants.ts';

const reportDeliverySchema = z.strictObject({
  period: month,
  state: z.enum(reportDeliveryStates),
  attempts: count,
  at: z.string(),
  next_try_at: z.string().exactOptional(),
  error: z.enum(reportFileFaults).exactOptional(),
  /** The number of written files. */
  files: count.exactOptional(),
});
export type ReportDelivery = Infer<typeof reportDeliverySchema>;

export const reportFileSchemas = {
  reportFiles: {
    ...noInput,
    reply: z.strictObject({
      /** Whether the server has a folder for reports. Only its operator knows where it is. */
      folder: z.boolean(),
      /** The last closed months whose files were written or are due, newest first. */
      items: z.array(reportDeliverySchema),
    }),
  },
} as const;
