import type { RegisterChanges } from '#domain/moves.ts';
import type { Overview } from '#domain/overview.ts';

/** The overview that the chart of changes is drawn from: how the compared day became this one stands in it. */
export const withBridge = (overview: Overview, { bridge, data_status }: RegisterChanges): Overview => ({
  ...overview,
  bridge,
  strip: { ...overview.strip, data_status },
});
