import type { OpenRequest } from '#contract/requests/schemas.ts';
import { addMonths, type Month } from '#domain/values/date.ts';
import { subtractDecimal } from '#domain/values/decimal.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import {
  cellCover,
  cellName,
  cellValue,
  typedUnit,
} from '#web/features/requests/cells/cell-words.ts';
import { answerLabels, valueFaultLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import * as styles from './answer.module.css';
import {
  draftValue,
  groupDigits,
  isMilestone,
  type CellDraft,
  type CellFieldProps,
} from './cell-draft.ts';
import { DoubtQuestion, ReasonField } from './doubt-question.tsx';
import { MilestoneField } from './milestone-field.tsx';

type Cell = OpenRequest['cells'][number];

/** The period of the value, beside the name of the cell. */
function useCover(cell: Cell, month: Month): string {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  const name = formatMonth(month, language, 'name');
  if (cell.planned !== undefined) return t('planned', { day: formatDate(cell.planned, language) });
  const cover = cellCover(cell);
  if (cover === undefined) return '';
  if (cover === 'month_end') return t('month_end', { month: name });
  return cover === 'month' ? t('month_only', { month: name }) : t(cover);
}

/** The value of the month before, and its difference from the typed one. */
function LastMonth({ cell, month, draft }: Pick<CellFieldProps, 'cell' | 'month' | 'draft'>) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  if (cell.last === undefined) return <p className={styles.last}>{t('no_last')}</p>;
  const before = formatMonth(addMonths(month, -1), language, 'name');
  const value = draftValue(cell, draft);
  const change = value === undefined ? undefined : subtractDecimal(value, cell.last);
  return (
    <p className={styles.last}>
      <span>{t('last', { month: before, value: cellValue(cell, cell.last, language) })}</span>
      {change === undefined ? null : (
        <span>{t('change', { value: cellValue(cell, change, language, true) })}</span>
      )}
    </p>
  );
}

function NumberField({ id, cell, month, reading, draft, onChange, isPressed }: CellFieldProps) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  const faultWords = useLabels(valueFaultLabels);
  const { power, label } = typedUnit(cell, language);
  const change = (text: string) => {
    const { confirm: _, ...rest } = draft;
    onChange({ ...rest, text, power });
  };
  const fault = isPressed && reading.at === 'no_value' ? reading.why : undefined;
  return (
    <>
      <div className={styles.number}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="next"
          aria-describedby={`${id}-below`}
          aria-invalid={fault === undefined ? undefined : true}
          value={draft.text}
          onChange={({ target }) => change(target.value)}
          onBlur={() => {
            const groupedText = groupDigits(draft.text);
            if (groupedText !== draft.text) onChange({ ...draft, text: groupedText });
          }}
        />
        <span>{label}</span>
      </div>
      <div id={`${id}-below`}>
        {fault === undefined ? null : <p className={styles.fault}>{faultWords(fault)}</p>}
        <LastMonth cell={cell} month={month} draft={draft} />
      </div>
      <DoubtQuestion {...{ id, cell, month, reading, draft, onChange }} />
      {draft.confirm === true ? (
        <ReasonField
          id={`${id}-why`}
          draft={draft}
          onChange={onChange}
          isMissing={isPressed && reading.at === 'no_note'}
        />
      ) : null}
      {cell.indicator !== undefined || cell.field === 'amounts.output_actual' ? (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.is_provisional === true}
            onChange={({ target }) => onChange({ ...draft, is_provisional: target.checked })}
          />
          <span>{t('provisional', { month: formatMonth(month, language, 'name') })}</span>
        </label>
      ) : null}
    </>
  );
}

function CellState({ cell }: { readonly cell: Cell }) {
  const t = useLabels(answerLabels);
  const { answer } = cell;
  if (answer?.state === 'returned')
    return <p className={styles.ochre}>{t('returned', { reason: answer.returned ?? '' })}</p>;
  if (answer?.state === 'accepted') return <p className={styles.last}>{t('accepted')}</p>;
  return cell.is_open ? null : <p className={styles.last}>{t('fixed')}</p>;
}

/** One cell of a request: its name, its field and the value of the month before. */
export function CellField({
  number,
  draftOf,
  ...props
}: Omit<CellFieldProps, 'draft'> & {
  readonly number: number;
  readonly draftOf: (cell: Cell, power: number) => CellDraft;
}) {
  const { id, cell, month } = props;
  const language = useLanguage();
  const cover = useCover(cell, month);
  const draft = draftOf(cell, typedUnit(cell, language).power);
  const name = (
    <>
      <b>
        {number}
        {'\u2002'}
        {cellName(cell, language)}
      </b>{' '}
      <small>{cover}</small>
    </>
  );
  return (
    <section className={styles.cell}>
      {isMilestone(cell) ? <p id={`${id}-name`}>{name}</p> : <label htmlFor={id}>{name}</label>}
      {cell.project === undefined ? null : <p className={styles.project}>{cell.project}</p>}
      <CellState cell={cell} />
      {cell.is_open ? (
        isMilestone(cell) ? (
          <MilestoneField {...props} draft={draft} />
        ) : (
          <NumberField {...props} draft={draft} />
        )
      ) : null}
    </section>
  );
}
