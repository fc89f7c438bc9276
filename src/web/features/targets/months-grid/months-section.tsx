import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import { monthsToEnter, nextMonth } from '#domain/targets/entry/value-entry.ts';
import { formatMonth, formatValue } from '#domain/values/format.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { addMonths, type Month } from '#domain/values/date.ts';
import { useAddObservations, usePeriods } from '#web/features/targets/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { UndoNotice } from '#web/features/targets/saved-notice.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import type { ChangedCell, Column } from './pasted-block.ts';
import { MonthsGrid, unitChoices } from './months-grid.tsx';
import { useGridDraft, usePaste } from './use-grid-draft.ts';
import * as overviewStyles from '#web/features/overview/overview.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as targetsStyles from '#web/features/targets/targets.module.css';

const rowCount = 12;

interface MonthsProps {
  readonly origin: string;
  readonly columns: readonly Column[];
  readonly latest: Month | undefined;
}

/** The twelve months up to the one of the address, else up to the next month to enter. */
function useMonths({ columns, latest }: Pick<MonthsProps, 'columns' | 'latest'>) {
  const { view } = useViewState();
  const today = serverDay();
  const [next] = useState(() => nextMonth(today, latest));
  const first = columns.flatMap(({ values }) => values[0]?.period ?? []).toSorted()[0];
  const ends = monthsToEnter(today, first);
  const end = view.month !== undefined && view.month <= (ends[0] ?? today) ? view.month : next;
  return {
    end,
    ends: ends.includes(end) ? ends : [...ends, end].toSorted().toReversed(),
    months: Array.from({ length: rowCount }, (_, at) => addMonths(end, at - rowCount + 1)),
  };
}

/** Enters several months in one grid; all values are saved together or not at all. */
export function Months({ origin, columns, latest }: MonthsProps) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const { change } = useViewState();
  const { end, ends, months } = useMonths({ columns, latest });
  const draft = useGridDraft(origin, columns);
  const { drafts, units, changed, keep, setUnit } = draft;
  const { money, paste, choose, cancel } = usePaste(columns, months, draft);
  const [sure, setSure] = useState<readonly string[]>([]);
  const periods = usePeriods().data;
  return (
    <section className={targetsStyles.section} aria-labelledby="t-months">
      <h2 id="t-months">{t('months')}</h2>
      <p className={overviewStyles.lead}>{t('months_intro')}</p>
      <div className={targetsStyles.line}>
        <SelectField
          label={t('last_month')}
          value={end}
          onChange={(event) => change({ month: event.target.value })}
        >
          {ends.map((month) => (
            <option key={month} value={month}>
              {formatMonth(month, language, 'long')}
            </option>
          ))}
        </SelectField>
      </div>
      {money === undefined ? null : (
        <UnitQuestion indicator={money} onChoose={choose} onCancel={cancel} />
      )}
      <MonthsGrid
        columns={columns}
        months={months}
        drafts={drafts}
        units={units}
        changed={changed}
        closed={periods?.items ?? []}
        reopened={periods?.reopened ?? []}
        onDraft={keep}
        onUnit={setUnit}
        onPaste={(block, row, column) => paste({ block, row, column })}
      />
      {changed
        .filter(({ doubt }) => doubt !== undefined)
        .map((cell) => (
          <Checkbox
            key={cell.id}
            label={t('sure', doubtValues(cell, language))}
            checked={sure.includes(cell.id)}
            onChange={(event) =>
              setSure(
                event.target.checked ? [...sure, cell.id] : sure.filter((id) => id !== cell.id),
              )
            }
          />
        ))}
      <SaveBlock draft={draft} sure={sure} />
    </section>
  );
}

/** Asks for the unit of pasted money. */
function UnitQuestion({
  indicator: { name, unit },
  onChoose,
  onCancel,
}: {
  readonly indicator: Indicator;
  readonly onChoose: (power: number) => void;
  readonly onCancel: () => void;
}) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  return (
    <Notice live>
      <p>{t('which_unit', { name: name[language] })}</p>
      <div className={textStyles.row}>
        {unitChoices(unit, language).map(({ power, label }) => (
          <Button key={power} onClick={() => onChoose(power)}>
            {label}
          </Button>
        ))}
        <TextButton onClick={onCancel}>{t('cancel')}</TextButton>
      </div>
    </Notice>
  );
}

/** The values in the question about a doubtful cell. */
function doubtValues({ indicator, period, read, doubt }: ChangedCell, language: Language) {
  const exact = (value: string) =>
    formatValue(value, indicator.unit, language, isCurrency(indicator.unit) ? { like: value } : {})
      .text;
  return {
    name: indicator.name[language],
    month: formatMonth(period, language, 'long'),
    value: read.kind === 'value' ? exact(read.value) : '',
    last: exact(doubt?.from.value ?? '0'),
    before: formatMonth(doubt?.from.period ?? period, language, 'long'),
  };
}

/** Saves all changed cells as one revision, with an optional reason. */
function SaveBlock({
  draft: { drafts, changed, keep },
  sure,
}: {
  readonly draft: ReturnType<typeof useGridDraft>;
  readonly sure: readonly string[];
}) {
  const t = useLabels(targetsLabels);
  const add = useAddObservations();
  const [reason, setReason] = useState('');
  const isOpen = changed.some(
    ({ id, read, doubt }) => read.kind === 'wrong' || (doubt !== undefined && !sure.includes(id)),
  );
  const save = () =>
    add.mutate(
      {
        values: changed.map(({ indicator, period, read, doubt }) => ({
          indicator: indicator.id,
          period,
          value: read.kind === 'value' ? read.value : null,
          ...compact({
            missing: read.kind === 'missing' ? read.reason : undefined,
            confirm: doubt === undefined ? undefined : true,
          }),
        })),
        ...compact({ reason: reason.trim() || undefined }),
      },
      { onSuccess: () => keep({}) },
    );
  const isSaved = add.isSuccess && changed.length === 0;
  return (
    <>
      {add.isError ? <ErrorPanel failure={toProblem(add.error)} /> : null}
      <div className={targetsStyles.line}>
        <Field
          label={t('reason_optional')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button primary disabled={add.isPending || isOpen || changed.length === 0} onClick={save}>
          {changed.length === 0 ? t('save') : t('save_block', { n: changed.length })}
        </Button>
        {Object.keys(drafts).length === 0 ? null : (
          <TextButton onClick={() => keep({})}>{t('discard')}</TextButton>
        )}
      </div>
      {isSaved ? (
        <UndoNotice
          key={add.submittedAt}
          text={t('saved_block', { n: add.data.changed })}
          revision={add.data.revision}
        />
      ) : null}
      <p role="status">{isOpen ? t('check_first') : ''}</p>
    </>
  );
}
