import { compact } from '#domain/values/compact.ts';
import { useEffect, useRef, useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { MonthSection } from '#web/features/months/month-section.tsx';
import { isProofOf } from '#domain/months/value-evidence.ts';
import { useValueFiles } from '#web/features/targets/value-files/queries.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
import { goToNextNumber } from '#web/loading/next-number.ts';
import { UnsavedRowsOffer } from './unsaved-rows-offer.tsx';
import { SaveLine } from './save-line.tsx';
import { useValues, type Values, type ValuesOptions } from './use-values.ts';
import { ValueRow } from './value-row.tsx';
import * as valuesStyles from '#web/features/months/values/values.module.css';
import * as monthsStyles from '#web/features/months/months.module.css';

/** The values of one month. Enter saves. Typed text survives a reload and a failed save. */
export function ValuesSection(props: ValuesOptions & { readonly number: number }) {
  const t = useLabels(monthLabels);
  const { hrefTo } = useViewState();
  const values = useValues(props);
  const hasRows = values.reads.length > 0;
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const lastNumber = useRef<HTMLElement>(undefined);
  useEffect(() => {
    // the field of the reason had the focus and is removed
    if (values.saved !== undefined && document.activeElement === document.body)
      lastNumber.current?.focus();
  }, [values.saved]);
  const tryAction = (save: () => void) => {
    setTried(true);
    const selector = values.isAsking
      ? '[aria-invalid=true], [data-question] button'
      : values.needsReason
        ? '[data-reason] input'
        : undefined;
    if (selector !== undefined) form.current?.querySelector<HTMLElement>(selector)?.focus();
    else if (values.values.length > 0) save();
  };
  return (
    <MonthSection
      id="values"
      number={props.number}
      title={t('part_values')}
      hint={
        <>
          {t('values_hint')} <Link to={hrefTo('/import')}>{t('import_file')}</Link>
        </>
      }
    >
      <form
        ref={form}
        aria-label={t('part_values')}
        noValidate
        onKeyDown={({ nativeEvent }) => goToNextNumber(nativeEvent)}
        onFocus={({ target }) => {
          if ('number' in target.dataset) lastNumber.current = target;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          tryAction(values.save);
        }}
      >
        {values.unsaved === undefined ? null : (
          <UnsavedRowsOffer
            draft={values.unsaved}
            reads={values.reads}
            onTake={values.takeUnsaved}
            onDiscard={values.discardUnsaved}
          />
        )}
        {hasRows ? (
          <ValuesTable values={values} month={props.month} isOwn={props.origin === 'own'} />
        ) : (
          <p>
            {t('no_indicators')} <Link to={hrefTo('/settings/targets')}>{t('set_indicators')}</Link>
          </p>
        )}
        {props.isClosed && values.values.length > 0 ? (
          <ReasonField values={values} isTried={isTried} />
        ) : null}
        {values.failure === null ? null : <ErrorPanel failure={toProblem(values.failure)} />}
        {hasRows ? (
          <Actions
            values={values}
            isOwn={props.origin === 'own'}
            isTried={isTried}
            onDraft={() => tryAction(values.saveDrafts)}
          />
        ) : null}
      </form>
    </MonthSection>
  );
}

/** The reason for a change of a closed month. */
function ReasonField({ values, isTried }: { readonly values: Values; readonly isTried: boolean }) {
  const t = useLabels(monthLabels);
  return (
    <div data-reason>
      <Field
        label={t('change_reason')}
        maxLength={500}
        value={values.reason}
        onChange={(event) => values.setReason(event.target.value)}
        {...compact({ error: isTried && values.needsReason ? t('reason_needed') : undefined })}
      />
    </div>
  );
}

function ValuesTable({
  values,
  month,
  isOwn,
}: {
  readonly isOwn: boolean;
  readonly values: Values;
  readonly month: ValuesOptions['month'];
}) {
  const t = useLabels(monthLabels);
  const query = useValueFiles({ period: month });
  const files = query.data?.items ?? [];
  const present = files.filter((one) => one.withdrawn === undefined && isProofOf(one));
  const headings = [
    'indicator',
    'year_before',
    'month_before',
    'this_month',
    'year_on_year',
    'source',
    'target_of_year',
  ] as const;
  return (
    <>
      <ReadFailure query={query} />
      <table className={valuesStyles.values}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {t(heading)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.reads.map((read) => (
            <ValueRow
              key={read.indicator.id}
              read={read}
              month={month}
              onChange={(field) => values.change(read.indicator.id, field)}
              onRestore={() => values.restore(read.indicator.id)}
              files={
                isOwn ? present.filter((one) => one.indicator === read.indicator.id) : undefined
              }
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The buttons and a line that says what was saved or what to check. */
function Actions({
  values,
  isOwn,
  isTried,
  onDraft,
}: {
  readonly values: Values;
  readonly isOwn: boolean;
  readonly isTried: boolean;
  readonly onDraft: () => void;
}) {
  const t = useLabels(monthLabels);
  const isIdle = values.values.length === 0;
  const note =
    isTried && values.isAsking
      ? t('asks')
      : isTried && isIdle && values.saved === undefined
        ? t('nothing')
        : values.isDirty && !isIdle
          ? t('unsaved')
          : undefined;
  return (
    <div className={monthsStyles.actions}>
      <Button primary type="submit" disabled={values.isSaving}>
        {t(values.isSaving ? 'saving' : isOwn ? 'save' : 'save_own')}
      </Button>
      <Button disabled={values.isSaving} onClick={onDraft}>
        {t('save_draft')}
      </Button>
      {values.isDirty ? <TextButton onClick={values.discard}>{t('discard')}</TextButton> : null}
      <SaveLine values={values} note={note} />
      <small className={monthsStyles.keys}>{t('keys')}</small>
    </div>
  );
}
