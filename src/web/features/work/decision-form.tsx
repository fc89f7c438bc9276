import { useId, useState, type FormEvent } from 'react';
import { compact } from '#domain/values/compact.ts';
import { decisionFaults, type DecisionSubject } from '#domain/work/decision.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useOwners } from '#web/data/use-owners.ts';
import { decisionLabels } from '#web/features/work/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { useFirstWrongField } from '#web/ui/controls/use-first-wrong-field.ts';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { useAddDecision } from './queries.ts';
import * as workStyles from './work.module.css';

/** The possible subjects of a new decision: an id with its name. */
export type Subjects = readonly (readonly [id: string, name: string])[];

interface FormProps {
  readonly subject: DecisionSubject;
  readonly subjects: Subjects;
  readonly onClose: () => void;
}

/** The owner, with the known owners as suggestions. */
function OwnerField(props: {
  readonly value: string;
  readonly onChange: (event: { target: { value: string } }) => void;
}) {
  const t = useLabels(decisionLabels);
  const list = useId();
  const owners = useOwners().data?.owners ?? [];
  return (
    <>
      <Field label={t('owner')} list={list} maxLength={300} {...props} />
      <datalist id={list}>
        {owners.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** The form of a decision: text, owner, due day. */
export function DecisionForm({ subject, subjects, onClose }: FormProps) {
  const t = useLabels(decisionLabels);
  const today = serverDay();
  const add = useAddDecision();
  const [fields, setFields] = useState({
    text: '',
    owner: '',
    decided_on: today,
    due: '',
    about: '',
  });
  const [tries, setTries] = useState(0);
  const form = useFirstWrongField(tries);
  const isTried = tries > 0;
  const type = (field: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields((before) => ({ ...before, [field]: event.target.value }));
  const content = {
    text: fields.text.trim(),
    decided_on: fields.decided_on,
    ...compact({ owner: fields.owner.trim() || undefined, due: fields.due || undefined }),
  };
  const faults = decisionFaults(content, today);
  const fault = (field: 'due' | 'decided_on') => {
    const rule = isTried ? faults.find((one) => one.field === field)?.rule : undefined;
    return rule === undefined ? undefined : t(rule === 'not_come' ? 'not_come' : 'due_before');
  };
  const subject_id = fields.about === '' ? (subjects[0]?.[0] ?? '') : fields.about;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (content.text === '' || content.decided_on === '' || faults.length > 0) {
      setTries(tries + 1);
      return;
    }
    add.mutate({ subject, subject_id, ...content }, { onSuccess: onClose });
  };
  return (
    <form className={workStyles.form} ref={form} onSubmit={send}>
      {subjects.length > 1 ? (
        <SelectField label={t('subject')} value={subject_id} onChange={type('about')}>
          {subjects.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <Field
        label={t('text')}
        maxLength={2000}
        value={fields.text}
        error={isTried && content.text === '' ? t('missing_text') : undefined}
        onChange={type('text')}
      />
      <OwnerField value={fields.owner} onChange={type('owner')} />
      <DateField
        label={t('decided_on')}
        max={today}
        required
        value={fields.decided_on}
        error={fault('decided_on')}
        onChange={type('decided_on')}
      />
      <DateField label={t('due')} value={fields.due} error={fault('due')} onChange={type('due')} />
      <div className={workStyles.actions}>
        <Button primary type="submit" disabled={add.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
      {add.isError ? <ErrorPanel failure={toProblem(add.error)} /> : null}
    </form>
  );
}
