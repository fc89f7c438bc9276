import { addMonths } from '#domain/values/date.ts';
import { scaleByTen, toNumber } from '#domain/values/decimal.ts';
import { formatMonth, formatNumber } from '#domain/values/format.ts';
import { cellValue } from '#web/features/requests/cells/cell-words.ts';
import { answerLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import * as styles from './answer.module.css';
import { draftValue, groupDigits, type CellDraft, type CellFieldProps } from './cell-draft.ts';

/** Asks about a doubtful number: first the likely repair, then a new value, then a confirmation. */
export function DoubtQuestion({
  id,
  cell,
  month,
  reading,
  draft,
  onChange,
}: Omit<CellFieldProps, 'isPressed'>) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  if (reading.at !== 'doubt') return null;
  const { doubt, likely } = reading;
  const before = formatMonth(addMonths(month, -1), language, 'name');
  const now = formatMonth(month, language, 'name');
  const last = cell.last ?? '0';
  const times = formatNumber(
    toNumber(draftValue(cell, draft) ?? '0') / (toNumber(last) || 1),
    language,
    1,
  );
  const again = () => {
    onChange({ ...draft, text: '' });
    document.getElementById(id)?.focus();
  };
  const isFall = doubt === 'fell';
  const likelyText = likely === undefined ? '' : cellValue(cell, likely, language);
  return (
    <div className={styles.doubt} role="alert">
      <b>
        {isFall
          ? t('doubt_fell', { month: before })
          : t('doubt_jump', { times, month: before, value: cellValue(cell, last, language) })}
      </b>
      <p>{isFall ? t('doubt_fell_ask', { month: now }) : t('doubt_jump_ask')}</p>
      {likely === undefined ? null : (
        <button
          type="button"
          className={styles.primary}
          onClick={() =>
            onChange({ ...draft, text: groupDigits(scaleByTen(likely, -draft.power)) })
          }
        >
          {isFall
            ? t('take_month', { month: now, value: likelyText })
            : t('take_likely', { value: likelyText })}
        </button>
      )}
      <button type="button" className={styles.second} onClick={again}>
        {t('type_again')}
      </button>
      <button
        type="button"
        className={styles.second}
        onClick={() => onChange({ ...draft, confirm: true })}
      >
        {t('is_right')}
      </button>
    </div>
  );
}

/** Why a doubtful value is right. */
export function ReasonField({
  id,
  draft,
  onChange,
  isMissing,
}: {
  readonly id: string;
  readonly draft: CellDraft;
  readonly onChange: (draft: CellDraft) => void;
  readonly isMissing: boolean;
}) {
  const t = useLabels(answerLabels);
  return (
    <div className={styles.reason}>
      <label htmlFor={id}>{t('why')}</label>
      <input
        id={id}
        maxLength={300}
        autoFocus
        aria-invalid={isMissing ? true : undefined}
        value={draft.note ?? ''}
        onChange={({ target }) => onChange({ ...draft, note: target.value })}
      />
      {isMissing ? <p className={styles.fault}>{t('no_note')}</p> : null}
    </div>
  );
}
