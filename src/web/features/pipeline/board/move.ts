import type { Stage, StageOrUnknown } from '#domain/projects/stage.ts';

/**
 * A project's move to another stage, before it is saved. `to` is omitted until a stage is chosen.
 */
export interface Move {
  readonly code: string;
  readonly name: string;
  readonly from: StageOrUnknown;
  readonly to?: Stage;
}
