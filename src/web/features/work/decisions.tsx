import type { NamedProject } from '#domain/projects/project.ts';
import { useState, type ReactNode } from 'react';
import type { DecisionConflict } from '#contract/work/decision-schemas.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { decisionOverdueDays, type Decision, type DecisionSubject } from '#domain/work/decision.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { decisionLabels } from '#web/features/work/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { useFormFocus } from '#web/ui/controls/use-form-focus.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { DecisionForm, type Subjects } from './decision-form.tsx';
import { useChangeDecision, useDecisions, type DecisionQuery } from './queries.ts';
import * as workStyles from './work.module.css';
import * as textStyles from '#web/ui/text.module.css';

type ListedDecision = Decision & Partial<Pick<NamedProject, 'name' | 'names'>>;

interface DecisionsProps {
  readonly query: DecisionQuery;
  /** The day of the page, at which a decision is overdue or not. */
  readonly day: string;
  readonly editable: boolean;
  /** The subject of a new decision. Empty: no decision can be added here. */
  readonly subject: DecisionSubject;
  readonly subjects: Subjects;
  /** Names the subject of a decision; omitted where all have the same. */
  readonly about?: (decision: ListedDecision) => ReactNode;
}

/** The decisions of a page: open ones first, the others on request. */
export function Decisions(props: DecisionsProps) {
  const { query, day, editable, subject, subjects } = props;
  const t = useLabels(decisionLabels);
  const language = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const around = useFormFocus(isAdding);
  const [showsDone, setShowsDone] = useState(false);
  const decisions = useDecisions(query);
  const items: readonly ListedDecision[] = decisions.data?.items ?? [];
  const change = useChangeDecision();
  const open = items.filter(({ done_on }) => done_on === undefined);
  const overdueCount = open.filter((one) => decisionOverdueDays(one, day) !== undefined).length;
  const doneCount = items.length - open.length;
  const count = (n: number) => formatCount(n, language);
  const visible = showsDone ? items : open;
  if (items.length === 0 && !editable && decisions.failureReason === null) return null;
  return (
    <section
      className={textStyles.section}
      aria-label={t('title')}
      data-empty={items.length === 0 || undefined}
      ref={around}
    >
      <h3>
        {t('title')}{' '}
        {open.length === 0 ? null : (
          <i>
            {t('open', {
              n: count(open.length),
              overdue: overdueCount === 0 ? '' : count(overdueCount),
            })}
          </i>
        )}
      </h3>
      {open.length > 0 ? null : <NothingOpen decisions={decisions} />}
      <ul className={workStyles.decisions}>
        {visible.map((decision) => (
          <DecisionRow key={decision.id} {...props} decision={decision} change={change} />
        ))}
      </ul>
      <ChangeFailure change={change} />
      {doneCount > 0 && !showsDone ? (
        <TextButton onClick={() => setShowsDone(true)}>
          {t('show_done', { n: count(doneCount) })}
        </TextButton>
      ) : null}
      {editable && subjects.length > 0 && !isAdding ? (
        <div className={workStyles.actions}>
          <Button data-opens-form onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
      ) : null}
      {isAdding ? (
        <DecisionForm subject={subject} subjects={subjects} onClose={() => setAdding(false)} />
      ) : null}
    </section>
  );
}

/** Why no decision is listed: there is none, all are done, or they are not loaded. */
function NothingOpen({ decisions }: { readonly decisions: ReturnType<typeof useDecisions> }) {
  const t = useLabels(decisionLabels);
  return (
    <QueryView query={decisions} lines={1}>
      {({ items }) => (
        <p className={textStyles.quiet}>{t(items.length === 0 ? 'none' : 'all_done')}</p>
      )}
    </QueryView>
  );
}

type Change = ReturnType<typeof useChangeDecision>;

/** Why a change was not stored. */
function ChangeFailure({ change }: { readonly change: Change }) {
  const t = useLabels(decisionLabels);
  if (!change.isError) return null;
  const failure = toProblem(change.error);
  const now = (failure.problem?.current as DecisionConflict | undefined)?.now;
  return failure.code === 'precondition_failed' && now !== undefined ? (
    <Notice live>{t('changed', { text: now.text })}</Notice>
  ) : (
    <ErrorPanel failure={failure} />
  );
}

/** One decision: text, subject, owner, due day, and whether it is done. */
function DecisionRow({
  decision,
  day,
  editable,
  about,
  change,
}: Pick<DecisionsProps, 'day' | 'editable' | 'about'> & {
  readonly decision: ListedDecision;
  readonly change: Change;
}) {
  const t = useLabels(decisionLabels);
  const language = useLanguage();
  const { text, owner, decided_on, due, done_on } = decision;
  const date = (value: string) => formatDate(value, language, 'short');
  const over = decisionOverdueDays(decision, day);
  const isDone = done_on !== undefined;
  const writePair = (name: string, value: string) => (
    <span>
      <i>{name}</i> {value}
    </span>
  );
  return (
    <li>
      <p>
        {text}
        {about === undefined ? null : <small>{about(decision)}</small>}
      </p>
      <p className={textStyles.number}>
        {writePair(t('owner'), owner ?? t('no_owner'))}
        {writePair(t('decided_on'), date(decided_on))}
        {due === undefined ? null : writePair(t('due'), date(due))}
        {isDone ? (
          <span>{t('done_on', { day: date(done_on) })}</span>
        ) : over === undefined ? (
          <span>{t('not_done')}</span>
        ) : (
          <b>{t('overdue', { days: formatCount(over, language), one: over === 1 })}</b>
        )}
      </p>
      {editable ? (
        <TextButton
          disabled={change.isPending}
          aria-label={t(isDone ? 'reopen_of' : 'mark_done_of', { text })}
          onClick={() =>
            change.mutate({ base: decision, changes: { done_on: isDone ? null : serverDay() } })
          }
        >
          {t(isDone ? 'reopen' : 'mark_done')}
        </TextButton>
      ) : null}
    </li>
  );
}
