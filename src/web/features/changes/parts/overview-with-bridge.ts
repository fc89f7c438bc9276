import { bridgeMoves, type RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';

/**
 * The overview that the chart of changes is drawn from: how the compared day became this one stands
 * in it.
 */
export const withBridge = (overview: Overview, changes: RegisterChanges): Overview => ({
  ...overview,
  bridge: changes.bridge,
  ...bridgeMoves(changes),
  strip: { ...overview.strip, data_status: changes.data_status },
});
