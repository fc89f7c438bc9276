import { compact } from '#domain/values/compact.ts';
import { targetKey, type CauseNote } from '#domain/zone/indicator.ts';
import type { PeriodState } from '#contract/targets/schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { isJudged, type TargetRow } from '#domain/targets/target-row.ts';
import { declaredStatusSentence } from '#domain/labels/projects/declared-status.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { useOwners } from '#web/data/use-owners.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { PlanGap, ValueMonth } from '#web/features/months/values/row-target.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { QueryView, type QueryState } from '#web/loading/query-view.tsx';
import { MonthSection } from '#web/features/months/month-section.tsx';
import { NoteActions } from './note-actions.tsx';
import { TextArea } from './text-area.tsx';
import { useNotes } from './use-notes.ts';
import * as monthsStyles from '#web/features/months/months.module.css';

interface CausesProps {
  readonly number: number;
  readonly month: Month;
  readonly state: PeriodState;
  /** The query that the targets come from. */
  readonly overview: QueryState<unknown>;
  /** Targets behind plan, one per indicator. */
  readonly targets: readonly TargetRow[];
  readonly others: readonly TargetRow[];
}

/** Cause and next step of each target behind plan, with owner and due day. */
export function CausesSection({ number, month, state, overview, targets, others }: CausesProps) {
  const t = useLabels(monthLabels);
  const hasNote = (id: string) => state.notes.some(({ indicator }) => indicator === id);
  const chooseForm = (target: TargetRow) => (
    <CauseForm
      key={targetKey(target)}
      month={month}
      target={target}
      note={state.notes.find(({ indicator }) => indicator === target.indicator)}
    />
  );
  return (
    <MonthSection id="causes" number={number} title={t('part_causes')} hint={t('causes_hint')}>
      <QueryView query={overview} lines={2}>
        {() => (targets.length === 0 ? <NoneBehind others={others} /> : null)}
      </QueryView>
      {targets.map(chooseForm)}
      {others.length === 0 ? null : (
        <details open={others.some(({ indicator }) => hasNote(indicator))}>
          <summary>{t('other_targets')}</summary>
          {others.map(chooseForm)}
        </details>
      )}
      {targets.length === 0 ? null : <small className={monthsStyles.hint}>{t('note_hint')}</small>}
    </MonthSection>
  );
}

/**
 * Says that there is no target; else names those without a verdict and says that no other one is
 * behind plan.
 */
export function NoneBehind({ others }: Pick<CausesProps, 'others'>) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  if (others.length === 0) return <p>{t('no_target')}</p>;
  const open = others.filter(({ verdict }) => !isJudged(verdict));
  const names = open.map(({ name }) => name[language]).join(language === 'en' ? '; ' : '、');
  if (open.length === 0) return <p>{t('none_behind')}</p>;
  const rest = open.length === others.length ? [] : [t('no_other_behind')];
  return <p>{[t('none_judged', { names }), ...rest].join(language === 'en' ? ' ' : '')}</p>;
}

function CauseForm({
  month,
  target,
  note,
}: {
  readonly month: Month;
  readonly target: TargetRow;
  readonly note: CauseNote | undefined;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { texts, typeAll, forget } = useTypedFields(`cause.${month}.${target.indicator}`);
  const base = texts['seen'] ?? note?.recorded_at ?? '';
  const type = (name: string, to: string) => typeAll({ [name]: to, seen: base });
  const notes = useNotes(month, forget, base);
  const owners = useOwners().data?.owners ?? [];
  const text = (name: 'text' | 'next_step' | 'owner' | 'due') => texts[name] ?? note?.[name] ?? '';
  const entry = (name: Parameters<typeof text>[0]) => text(name).trim() || undefined;
  const isDirty = Object.keys(texts).length > 0;
  const list = `owners-${target.indicator}`;
  return (
    <form
      className={monthsStyles.cause}
      aria-label={t('cause_of', { name: target.name[language] })}
      onSubmit={(event) => {
        event.preventDefault();
        const [owner, due, next_step] = (['owner', 'due', 'next_step'] as const).map(entry);
        notes.save((from) => ({
          notes: [
            {
              indicator: target.indicator,
              cause: text('text'),
              seen: from,
              ...compact({ next_step, owner, due }),
            },
          ],
        }));
      }}
    >
      <h3>
        {target.name[language]} <PlanGap target={target} />{' '}
        <ValueMonth target={target} month={month} />
      </h3>
      {target.declared === undefined ? null : (
        <p>{declaredStatusSentence(target.declared, language)}</p>
      )}
      <TextArea
        label={t('cause')}
        max={500}
        value={text('text')}
        onType={(to) => type('text', to)}
      />
      <TextArea
        label={t('next_step')}
        max={500}
        value={text('next_step')}
        onType={(to) => type('next_step', to)}
      />
      <Field
        label={t('optional', { label: t('owner') })}
        maxLength={200}
        list={list}
        value={text('owner')}
        onChange={(event) => type('owner', event.target.value)}
      />
      <datalist id={list}>
        {owners.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <DateField
        label={t('optional', { label: t('due') })}
        value={text('due')}
        onChange={(event) => type('due', event.target.value)}
      />
      <NoteActions notes={notes} isDirty={isDirty} />
    </form>
  );
}
