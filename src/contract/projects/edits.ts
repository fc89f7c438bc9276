import type { ProjectDetail } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { FactChanges, FieldChange } from '#domain/projects/fields.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import type { Stage, Status } from '#domain/projects/stage.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';

/** Why and from which day a change holds: today unless another day is given, never a later one. */
interface Why {
  readonly reason?: string;
  readonly valid_from?: IsoDate;
}
export interface NewProject extends Why {
  readonly code: string;
  readonly stage: Stage;
  /** By field; `name` must be among them. */
  readonly facts: FactChanges;
}
export interface ProjectPatch extends Why {
  /** New values by field; null takes a value away; what is not named stays. */
  readonly facts: FactChanges;
}
export interface StageMove {
  readonly stage: Stage;
  readonly date?: IsoDate;
  /** Both needed when the move goes back. */
  readonly reason_code?: ReasonCode;
  readonly reason?: string;
  /** Facts that the stage needs, stored with the move. */
  readonly facts?: FactChanges;
}
export interface StatusMove {
  readonly status: Status;
  readonly date?: IsoDate;
  /** Needed for all but `active`. */
  readonly reason_code?: ReasonCode;
  readonly reason: string;
}
/** The project as it is now, and the revision that made it so; null where nothing had to change. */
export interface EditedProject {
  readonly project: ProjectDetail;
  readonly revision: number | null;
}
/** `current` of a refused change: the project as it is, and as its editor saw it, where that is known. */
export interface ProjectConflict {
  readonly now: ProjectDetail;
  readonly seen: ProjectDetail | null;
}
/** One revision of one project. */
export interface ProjectVersion {
  readonly revision: number;
  readonly recorded_at: string;
  readonly author: string;
  readonly kind: string;
  readonly reason: string;
  readonly undone_by?: number;
  readonly changes: readonly FieldChange[];
}

export const projectEdits = {
  createProject: endpoint<None, NewProject, EditedProject>({
    id: 'createProject',
    method: 'POST',
    path: '/api/v1/projects',
    makes: true,
  }),
  changeProject: endpoint<None, ProjectPatch, EditedProject>({
    id: 'changeProject',
    method: 'PATCH',
    path: '/api/v1/projects/:code',
  }),
  moveProject: endpoint<None, StageMove, EditedProject>({
    id: 'moveProject',
    method: 'POST',
    path: '/api/v1/projects/:code/stage',
  }),
  changeProjectStatus: endpoint<None, StatusMove, EditedProject>({
    id: 'changeProjectStatus',
    method: 'POST',
    path: '/api/v1/projects/:code/status',
  }),
  projectHistory: endpoint<
    { before?: string },
    never,
    { items: readonly ProjectVersion[]; next?: number }
  >({
    id: 'projectHistory',
    method: 'GET',
    path: '/api/v1/projects/:code/history',
  }),
} as const;
