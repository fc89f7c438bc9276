import { useState } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { issueOverdueDays, type Issue } from '#domain/projects/issue.ts';
import { severityTerms } from '#domain/labels/index.ts';
import { attachmentsText } from '#web/features/projects/labels/attachments/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { DataTable, type Column } from '#web/ui/display/data-table.tsx';
import { IssueDialog } from './issue-dialog.tsx';

interface IssuesProps {
  readonly code: string;
  readonly issues: readonly Issue[];
  /** The day that is shown: what is overdue is judged at it. */
  readonly day: string;
  readonly today: string;
  readonly editable: boolean;
  readonly onDone: (revision: number | null) => void;
}

/** Problems of the project, open ones first: what, how grave, whose, since when, by when, and what came of it. */
export function ProjectIssues({ code, issues, day, today, editable, onDone }: IssuesProps) {
  const t = useText(attachmentsText);
  const language = useLanguage();
  const [open, setOpen] = useState<{ readonly issue?: Issue; readonly closing: boolean }>();
  const date = (text: string | undefined) =>
    text === undefined ? undefined : formatDate(text, language, 'short');
  /** A value with its name, which shows where the columns stand below each other. */
  const of = (name: string, value: string | undefined) => (
    <span className="num">
      <small className="pof">{name} </small>
      {value ?? '—'}
    </span>
  );
  const state = (issue: Issue) => {
    if (issue.closed_on !== undefined)
      return (
        <>
          {t('closed', { day: date(issue.closed_on) ?? '' })}
          <small>{issue.outcome}</small>
        </>
      );
    const days = issueOverdueDays(issue, day);
    return days === undefined ? t('open') : <b className="short">{t('overdue', { days })}</b>;
  };
  const columns: readonly Column<Issue>[] = [
    {
      id: 'text',
      label: t('issue'),
      head: true,
      cell: (row) => <span className="ptext">{row.text}</span>,
    },
    {
      id: 'severity',
      label: t('state'),
      cell: (row) => (
        <>
          {severityTerms[row.severity][language]} · {state(row)}
        </>
      ),
    },
    { id: 'owner', label: t('owner'), cell: (row) => of(t('owner'), row.owner) },
    { id: 'since', label: t('since'), cell: (row) => of(t('since'), date(row.since)) },
    { id: 'due', label: t('due'), cell: (row) => of(t('due'), date(row.due)) },
    ...(editable
      ? [
          {
            id: 'do',
            label: <span className="vh">{t('change')}</span>,
            cell: (row: Issue) => (
              <span className="row">
                <TextButton
                  aria-label={`${t('change')}: ${row.text}`}
                  onClick={() => setOpen({ issue: row, closing: false })}
                >
                  {t('change')}
                </TextButton>
                {row.closed_on === undefined ? (
                  <TextButton
                    aria-label={`${t('close')}: ${row.text}`}
                    onClick={() => setOpen({ issue: row, closing: true })}
                  >
                    {t('close')}
                  </TextButton>
                ) : null}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className="pissues">
      <h3>
        {t('issues')}{' '}
        <i className="num">{issues.filter((issue) => issue.closed_on === undefined).length}</i>
      </h3>
      {issues.length === 0 ? (
        <p>{t('no_issues')}</p>
      ) : (
        <DataTable caption={t('issues')} rows={issues} rowKey={(row) => row.id} columns={columns} />
      )}
      {editable ? (
        <Button onClick={() => setOpen({ closing: false })}>{t('add_issue')}</Button>
      ) : null}
      {open === undefined ? null : (
        <IssueDialog
          code={code}
          issue={open.issue}
          closing={open.closing}
          today={today}
          onClose={() => setOpen(undefined)}
          onDone={(revision) => {
            setOpen(undefined);
            onDone(revision);
          }}
        />
      )}
    </section>
  );
}
