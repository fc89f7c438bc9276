import type { Issue, IssueChanges, Severity } from '#domain/projects/issue.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';

export interface IssueListQuery {
  /** As it stood on that day. */
  readonly as_of?: string;
  readonly known_at?: string;
}
export interface NewIssue {
  readonly text: string;
  readonly severity: Severity;
  readonly owner?: string;
  /** Today unless another day is given, never a later one. */
  readonly since?: string;
  readonly due?: string;
}
/** `null` takes a value away; closing takes a day and an outcome. */
export interface IssuePatch extends IssueChanges {
  readonly reason?: string;
}
/** The issue as it is now; `revision` null where nothing had to change. */
export interface EditedIssue {
  readonly issue: Issue;
  readonly revision: number | null;
}
/** `current` of a refused change: the issue as it is, and as its editor saw it, where that is known. */
export interface IssueConflict {
  readonly now: Issue;
  readonly seen: Issue | null;
}

export const issueEndpoints = {
  listIssues: endpoint<IssueListQuery, never, { items: readonly Issue[] }>({
    id: 'listIssues',
    method: 'GET',
    path: '/api/v1/projects/:code/issues',
  }),
  addIssue: endpoint<None, NewIssue, EditedIssue>({
    id: 'addIssue',
    method: 'POST',
    path: '/api/v1/projects/:code/issues',
    makes: true,
  }),
  changeIssue: endpoint<None, IssuePatch, EditedIssue>({
    id: 'changeIssue',
    method: 'PATCH',
    path: '/api/v1/projects/:code/issues/:id',
  }),
} as const;
