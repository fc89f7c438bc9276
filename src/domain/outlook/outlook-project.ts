import type { NamedProject } from '#domain/projects/project.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { hasReached, type Stage } from '#domain/projects/stage.ts';

/** The contribution of projects to a target: jobs, or output in its currency. */
export const projectMeasures = ['jobs', 'output'] as const;
export type ProjectMeasure = (typeof projectMeasures)[number];

/** An active project with the amount that it still adds to a target. */
export interface OutlookProject extends NamedProject {
  readonly stage: Stage;
  /** Plan − actual, in the target's unit. Omitted when the plan is not known. */
  readonly adds?: Decimal;
  /** The part of the plan that is there: actual, at most the plan. Omitted with `adds`. */
  readonly already?: Decimal;
  /** Planned or actual start of operation. */
  readonly opens?: IsoDate;
  readonly full_capacity?: IsoDate;
  readonly owner?: string;
}

/**
 * The day on which a project will start operation. What it adds comes later.
 * @returns undefined without a day, and for a project in operation, whatever its plan was
 */
export const startDay = ({
  stage,
  opens,
}: Pick<OutlookProject, 'stage' | 'opens'>): IsoDate | undefined =>
  hasReached(stage, 'operation') ? undefined : opens;
