import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { DeclareStatus as DeclareBody } from '#contract/work/judgement-schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { formatDate } from '#domain/values/format.ts';
import { authorWords } from '#domain/labels/index.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import {
  declaredStatuses,
  isExpired,
  type DeclaredStatus as Declared,
} from '#domain/work/judgement.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { judgementLabels } from '#web/features/work/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { useFirstWrongField } from '#web/ui/controls/use-first-wrong-field.ts';
import { useFormFocus } from '#web/ui/controls/use-form-focus.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as workStyles from './work.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Sends a declared status. */
type Declaring = Pick<
  UseMutationResult<unknown, Error, DeclareBody>,
  'mutate' | 'isPending' | 'isError' | 'error'
>;

interface StatusProps {
  /** The name of the computed status, and its words. */
  readonly computed: readonly [name: string, words: string];
  readonly declared: Declared | undefined;
  readonly day: string;
  readonly editable: boolean;
  readonly declare: Declaring;
}

/**
 * The computed status of a project or a target, and beside it the one that a person declared and
 * signed.
 */
export function DeclaredStatus({ computed, declared, day, editable, declare }: StatusProps) {
  const t = useLabels(judgementLabels);
  const [isOpen, setOpen] = useState(false);
  const around = useFormFocus(isOpen);
  return (
    <section className={textStyles.section} aria-label={t('status')} ref={around}>
      <h3>{t('status')}</h3>
      <dl className={workStyles.statuses}>
        <div>
          <dt>{computed[0]}</dt>
          <dd>{computed[1]}</dd>
        </div>
        <div data-empty={declared === undefined || undefined}>
          <dt>{t('declared')}</dt>
          <dd>
            {declared === undefined ? t('none') : <StatusSignature declared={declared} day={day} />}
          </dd>
        </div>
      </dl>
      {declare.isError ? <ErrorPanel failure={toProblem(declare.error)} /> : null}
      {!editable ? null : isOpen ? (
        <DeclareForm declare={declare} onClose={() => setOpen(false)} />
      ) : (
        <div className={workStyles.actions}>
          <Button data-opens-form onClick={() => setOpen(true)}>
            {t('declare')}
          </Button>
          {declared === undefined ? null : (
            <TextButton
              disabled={declare.isPending}
              onClick={() => declare.mutate({ status: null, reason: t('withdrawn') })}
            >
              {t('withdraw')}
            </TextButton>
          )}
        </div>
      )}
    </section>
  );
}

function StatusSignature({ declared, day }: { readonly declared: Declared; readonly day: string }) {
  const t = useLabels(judgementLabels);
  const language = useLanguage();
  const { status, reason, by, on, as_of = on, until } = declared;
  const date = (value: string) => formatDate(value, language, 'short');
  const signature = [
    t('signed', { who: authorWords(by, language), day: date(on) }),
    ...(as_of === on ? [] : [t('judges', { day: date(as_of) })]),
    ...(until === undefined ? [] : [t('until', { day: date(until) })]),
  ].join(' · ');
  const words = lightTerms[status][language];
  return isExpired(declared, day) ? (
    <>
      <b>{t('expired')}</b>{' '}
      <span className={workStyles.expired}>
        {words} {reason}
      </span>
      <small>{signature}</small>
    </>
  ) : (
    <>
      <b>{words}</b> {reason}
      <small>{signature}</small>
    </>
  );
}

function DeclareForm({
  declare,
  onClose,
}: {
  readonly declare: Declaring;
  readonly onClose: () => void;
}) {
  const t = useLabels(judgementLabels);
  const language = useLanguage();
  const today = serverDay();
  const [fields, setFields] = useState({ status: 'on_track', reason: '', until: '' });
  const [tries, setTries] = useState(0);
  const form = useFirstWrongField(tries);
  const isTried = tries > 0;
  const type = (field: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields((before) => ({ ...before, [field]: event.target.value }));
  const isPast = fields.until !== '' && fields.until < today;
  const reason = fields.reason.trim();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const status = declaredStatuses.find((one) => one === fields.status);
    if (reason === '' || isPast || status === undefined) {
      setTries(tries + 1);
      return;
    }
    declare.mutate(
      { status, reason, ...compact({ until: fields.until || undefined }) },
      { onSuccess: onClose },
    );
  };
  return (
    <form className={workStyles.form} ref={form} onSubmit={send}>
      <SelectField label={t('word')} value={fields.status} onChange={type('status')}>
        {declaredStatuses.map((status) => (
          <option key={status} value={status}>
            {lightTerms[status][language]}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('reason')}
        maxLength={500}
        value={fields.reason}
        error={isTried && reason === '' ? t('missing_reason') : undefined}
        onChange={type('reason')}
      />
      <DateField
        label={t('until_field')}
        min={today}
        value={fields.until}
        error={isTried && isPast ? t('past') : undefined}
        onChange={type('until')}
      />
      <div className={workStyles.actions}>
        <Button primary type="submit" disabled={declare.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
