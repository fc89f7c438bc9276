import type { MilestoneType } from './project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageOrUnknown } from './stage.ts';

/** Kinds of files accepted as evidence, detected by their first bytes, not by their name. */
export const evidenceTypes = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'pptx', 'ofd', 'text'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Largest file that is stored: 20 MB. */
export const mostEvidenceBytes = 20 * 1024 * 1024;

/** The fact that a file proves: a stage entered on a day, or a milestone. */
export type EvidenceSubject =
  | { readonly of: 'stage'; readonly which: StageOrUnknown; readonly date?: IsoDate }
  | { readonly of: 'milestone'; readonly which: MilestoneType };
export const evidenceSubjects = [
  'stage',
  'milestone',
] as const satisfies readonly EvidenceSubject['of'][];

/**
 * A file stored with a project. It is never changed and never deleted; a withdrawn file is listed
 * but cannot be downloaded.
 */
export interface Evidence {
  readonly id: string;
  readonly of: EvidenceSubject['of'];
  readonly which: string;
  /** The day on which the project entered the stage that the file proves. */
  readonly date?: IsoDate;
  /** The name of the uploaded file: a label, never a path. */
  readonly file: string;
  readonly type: EvidenceType;
  readonly size: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly note?: string;
  readonly added_by: string;
  readonly added_at: string;
  readonly withdrawn?: { readonly by: string; readonly at: string; readonly reason: string };
}

/** Whether a file proves this stage on this day, or this milestone. */
export const isEvidenceOf = (evidence: Evidence, subject: EvidenceSubject): boolean =>
  evidence.of === subject.of &&
  evidence.which === subject.which &&
  (subject.of === 'milestone' || evidence.date === subject.date);
