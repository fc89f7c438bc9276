import type { DoubtReply } from '#contract/doubts/schemas.ts';
import { declaredStatusSentence } from '#domain/labels/projects/declared-status.ts';
import { doubtTerms } from '#domain/labels/projects/doubt.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { formatDate } from '#domain/values/format.ts';
import { type CauseNote, targetKey } from '#domain/zone/indicator.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { NoneBehind } from '#web/features/months/sections/causes-section.tsx';
import { listNames } from '#web/features/months/sections/doubts-section.tsx';
import { PlanGap } from '#web/features/months/values/row-target.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as printedMonthStyles from './printed-month.module.css';

/** The achievements of the month, before and apart from the targets behind plan. */
export function PrintedAchievements({ text }: { readonly text: string | undefined }) {
  const t = useLabels(monthLabels);
  if (text === undefined || text.trim() === '') return null;
  return (
    <section className={printedMonthStyles.part}>
      <h3>{t('part_achievements')}</h3>
      <p className={printedMonthStyles.lines}>{text}</p>
    </section>
  );
}

interface PrintedCausesProps {
  readonly targets: readonly TargetRow[];
  readonly others: readonly TargetRow[];
  readonly notes: readonly CauseNote[];
  /** The number of targets that are printed. */
  readonly most: number;
}

/** Cause and next step of each target behind plan, and of others that have a note. */
export function PrintedCauses({ targets, others, notes, most }: PrintedCausesProps) {
  const t = useLabels(monthLabels);
  const findNote = ({ indicator }: TargetRow) => notes.find((note) => note.indicator === indicator);
  const withNote = others.filter((target) => findNote(target) !== undefined);
  const rest = targets.length - most;
  return (
    <section className={printedMonthStyles.part}>
      <h3>{t('part_causes')}</h3>
      {targets.length === 0 ? <NoneBehind others={others} /> : null}
      {[...targets.slice(0, most), ...(rest > 0 ? [] : withNote)].map((target) => (
        <PrintedCause key={targetKey(target)} target={target} note={findNote(target)} />
      ))}
      {rest > 0 ? <p>{t('more_rows', { n: rest })}</p> : null}
    </section>
  );
}

function PrintedCause({
  target,
  note,
}: {
  readonly target: TargetRow;
  readonly note: CauseNote | undefined;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const lines = [
    ['cause', note?.text || t('not_written')],
    ['next_step', note?.next_step ?? ''],
    ['owner', note?.owner ?? ''],
    ['due', note?.due === undefined ? '' : formatDate(note.due, language)],
  ] as const;
  return (
    <div className={printedMonthStyles.cause}>
      <h4>
        {target.name[language]} <PlanGap target={target} />
      </h4>
      {target.declared === undefined ? null : (
        <p>{declaredStatusSentence(target.declared, language)}</p>
      )}
      <p>
        {lines.map(([name, text]) =>
          text === '' ? null : (
            <span key={name} data-part={name}>
              <b>{t(name)}</b> {text}
            </span>
          ),
        )}
      </p>
    </div>
  );
}

interface PrintedDoubtsProps {
  readonly doubts: readonly DoubtReply[];
  /** The number of doubts that are printed. */
  readonly most: number;
}

/** The doubts that nobody dismissed, each with its number of rows and first names. */
export function PrintedDoubts({ doubts, most }: PrintedDoubtsProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const open = doubts.filter(({ dismissed }) => dismissed === undefined);
  if (open.length === 0) return null;
  return (
    <section className={printedMonthStyles.part}>
      <h3>{t('part_doubts')}</h3>
      <ul>
        {open.slice(0, most).map(({ rule, rows, count }) => (
          <li key={rule}>
            <b>{doubtTerms[rule][language]}</b> {t('rows_n', { n: count })}
            {rows[0] === undefined ? '' : ` · ${listNames(rows[0], language)}`}
          </li>
        ))}
      </ul>
      {open.length > most ? <p>{t('more_rows', { n: open.length - most })}</p> : null}
    </section>
  );
}
