import { useState, type FormEvent } from 'react';
import type { Answer, ValueRequest } from '#contract/requests/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { cellKey, findMilestoneField, type RequestCell } from '#domain/requests/request.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { cellName, typedUnit, type CellWords } from '#web/features/requests/cells/cell-words.ts';
import { readCellValue, type CellValueFault } from '#web/features/requests/cells/read-value.ts';
import { manageLabels, valueFaultLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import type { ValueEvent } from '#web/ui/dates/use-typed-date.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as styles from './manage.module.css';
import { useAnswerFor } from './queries.ts';

/** The words of a cell in the zone; money is in the currency of the zone. */
function writeWords(cell: RequestCell, zone: ZoneProfile): CellWords {
  const key = cellKey(cell);
  if ('code' in cell)
    return {
      key,
      field: cell.field,
      unit: cell.field === 'jobs_actual' ? 'jobs' : zone.base_currency,
    };
  const indicator = zone.indicators.find(({ id }) => id === cell.indicator);
  return {
    key,
    ...compact({ indicator: indicator?.name, unit: indicator?.unit, power: indicator?.power }),
  };
}

const isDay = (cell: RequestCell): boolean =>
  'code' in cell && findMilestoneField(cell.field) !== undefined;

/** Reads the typed text of a cell: its answer, nothing, or why it is no value. */
function readAnswer(
  { cell, words }: { readonly cell: RequestCell; readonly words: CellWords },
  text: string,
  language: Language,
): Answer | CellValueFault | undefined {
  const { key } = words;
  if (isDay(cell))
    return text.trim() === '' ? undefined : { key, outcome: 'done', value: text.trim() };
  const read = readCellValue(words, text, typedUnit(words, language).power);
  if (read.kind === 'empty') return undefined;
  return read.kind === 'wrong' ? read.why : { key, value: read.value };
}

/** A manager enters values that a unit gave in another way. The proposals name the manager. */
export function OnBehalfForm({
  request,
  zone,
  onDone,
}: {
  readonly request: ValueRequest;
  readonly zone: ZoneProfile;
  readonly onDone: () => void;
}) {
  const t = useLabels(manageLabels);
  const faultWords = useLabels(valueFaultLabels);
  const language = useLanguage();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const [isPressed, setPressed] = useState(false);
  const answer = useAnswerFor();
  const cells = request.cells.map((cell) => {
    const words = writeWords(cell, zone);
    const text = texts[words.key] ?? '';
    return { cell, words, text, read: readAnswer({ cell, words }, text, language) };
  });
  const failure = answer.isError ? toProblem(answer.error) : undefined;
  const isDoubt = failure?.code === 'jump_needs_confirmation';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    const reason = note.trim();
    const more = compact({
      note: reason === '' ? undefined : reason,
      confirm: isDoubt && reason !== '' ? true : undefined,
    });
    const answers = cells.flatMap(({ read }) =>
      typeof read === 'object' ? [{ ...read, ...more }] : [],
    );
    if (answers.length > 0 && cells.every(({ read }) => typeof read !== 'string'))
      answer.mutate({ id: request.id, answers }, { onSuccess: onDone });
  };
  return (
    <form className={styles.box} onSubmit={send}>
      <div className={styles.fields}>
        {cells.map(({ cell, words, text, read }) => {
          const error = isPressed && typeof read === 'string' ? faultWords(read) : undefined;
          const field = {
            label: cellName(words, language),
            value: text,
            onChange: ({ target }: ValueEvent) => setTexts({ ...texts, [words.key]: target.value }),
          };
          return isDay(cell) ? (
            <DateField key={words.key} {...field} />
          ) : (
            <Field
              key={words.key}
              {...field}
              inputMode="decimal"
              hint={`${t('month_value', { month: formatMonth(request.month, language) })}, ${typedUnit(words, language).label}`}
              {...compact({ error })}
            />
          );
        })}
        <Field
          label={t('reason_for')}
          value={note}
          maxLength={300}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      {failure === undefined ? null : isDoubt ? (
        <p className={styles.fault}>{t('confirm')}</p>
      ) : (
        <ErrorPanel failure={failure} />
      )}
      <div className={styles.actions}>
        <Button primary type="submit" disabled={answer.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('close')}</Button>
      </div>
    </form>
  );
}
