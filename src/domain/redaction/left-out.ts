import type { WireMoney } from '#domain/money.ts';
import type { StageOrUnknown, Status } from '#domain/stage.ts';

/** A project that a link leaves out: nothing of it is shown, but published totals count it. */
export interface LeftOut {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly money?: WireMoney;
}
