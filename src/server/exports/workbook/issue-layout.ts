import type { Issue } from '#domain/projects/issue.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { FileColumn, FileRow, ProjectTable } from '#server/exports/tables/table.ts';
import { labelField } from '#server/exports/tables/column-labels.ts';
import { layoutLabels as w } from './labels/index.ts';

const column = (
  id: string,
  label: FileColumn['label'],
  kind: FileColumn['kind'] = 'text',
): FileColumn => ({ id, label, kind });
const findState = ({ due, closed_on }: Issue, as_of: IsoDate): string =>
  closed_on !== undefined ? 'closed' : due !== undefined && due < as_of ? 'overdue' : 'open';

/**
 * Makes 问题清单 (domain reference 2.5, form 6): the issues of projects, and the issue column of the
 * imported register.
 */
export const issueLayout = (
  issues: ReadonlyMap<string, readonly Issue[]>,
  as_of: IsoDate,
): ProjectTable => ({
  id: 'issues',
  title: w.issues,
  columns: [
    column('name', w.project),
    column('issue_text', w.problem),
    column('raised_on', w.raised_on, 'date'),
    column('unit', labelField('unit')),
    column('due_on', w.due_on, 'date'),
    column('issue_state', w.issue_status),
    column('closed_on', w.closed_on, 'date'),
    column('owner', labelField('owner')),
    column('severity', w.severity),
    column('outcome', w.outcome),
    column('next_step', labelField('next_step')),
    column('code', labelField('code')),
  ],
  makeRows: ({ project }) => {
    const { name, code, unit = null, owner = null, next_step = null, issue_text } = project;
    const issueRows = (issues.get(code) ?? []).map(
      (issue): FileRow => [
        name,
        issue.text,
        issue.since,
        unit,
        issue.due ?? null,
        findState(issue, as_of),
        issue.closed_on ?? null,
        issue.owner ?? owner,
        issue.severity,
        issue.outcome ?? null,
        next_step,
        code,
      ],
    );
    const own: FileRow[] =
      issue_text === undefined
        ? []
        : [[name, issue_text, null, unit, null, null, null, owner, null, null, next_step, code]];
    return [...issueRows, ...own];
  },
});
