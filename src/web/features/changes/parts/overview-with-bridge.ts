import { bridgeMoves, type RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';

/** Adds the bridge between two days to the overview from which the chart of changes is drawn. */
export const withBridge = (overview: Overview, changes: RegisterChanges): Overview => ({
  ...overview,
  bridge: changes.bridge,
  ...bridgeMoves(changes),
  strip: { ...overview.strip, data_status: changes.data_status },
});
