import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { formatInPower, poweredUnitLabel } from '#domain/values/unit-power.ts';
import { comparators, type Observation } from '#domain/zone/indicator.ts';
import { makeWording } from '#domain/targets/wording.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useLabels } from '#web/i18n/text.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import type { DraftOf } from '#web/features/settings/indicators/draft/target-draft.ts';
import {
  type TargetEditor,
  useTargetDraft,
} from '#web/features/settings/indicators/draft/use-target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { ChecklistFields } from './checklist-fields.tsx';
import { ConflictTable } from './conflict-table.tsx';
import { comparatorKeys, type FieldsProps, faultText } from './fields.ts';
import { PlanFields } from './plan-fields.tsx';
import { PlanPart } from './plan-part.tsx';
import { SplitFields } from './split-fields.tsx';
import * as drawerStyles from './drawer.module.css';

interface TargetFormProps {
  readonly of: DraftOf;
  readonly observations: readonly Observation[];
  readonly overview: Overview;
  /** The number of the stored split. */
  readonly splitVersion: number | undefined;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Sets one target: value, owner, plan, split, reason and source, with its wording. */
export function TargetForm(props: TargetFormProps) {
  const { of, observations, overview, splitVersion, onSaved, onClose } = props;
  const t = useLabels(indicatorLabels);
  const editor = useTargetDraft(of, observations, onSaved);
  const form = useRef<HTMLFormElement>(null);
  const { draft, read, isTried, saving } = editor;
  const faults = isTried ? read.faults : {};
  const isNumber = of.indicator.kind !== 'qualitative';
  const fields: FieldsProps = { draft, change: editor.change, faults, of };
  useEffect(() => {
    if (isTried) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [isTried]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    editor.save();
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) editor.save();
  };
  return (
    <form ref={form} className={drawerStyles.form} onSubmit={submit} onKeyDown={onKey} noValidate>
      {saving.isError && toProblem(saving.error).code === 'precondition_failed' ? (
        <ConflictTable of={of} editor={editor} />
      ) : null}
      {isNumber ? <ValueFields {...fields} editor={editor} /> : <OwnerField {...fields} />}
      {of.period === undefined ? <FinalFields {...fields} /> : null}
      {isNumber ? (
        <>
          <PlanFields {...fields} />
          <PlanPart {...{ of, observations, overview }} target={read.target} />
          <SplitFields {...fields} version={splitVersion} />
        </>
      ) : (
        <ChecklistFields {...fields} />
      )}
      <WordFields {...fields} editor={editor} />
      {saving.isError && toProblem(saving.error).code !== 'precondition_failed' ? (
        <ErrorPanel failure={toProblem(saving.error)} />
      ) : null}
      <div className={drawerStyles.actions}>
        <Button primary type="submit" disabled={saving.isPending}>
          {t('save_target')}
        </Button>
        <Button
          onClick={() => {
            editor.discard();
            onClose();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Comparator, value and owner, with the question about the value below them. */
function ValueFields({
  draft,
  change,
  faults,
  of,
  editor,
}: FieldsProps & { readonly editor: TargetEditor }) {
  const t = useLabels(indicatorLabels);
  const value = useRef<HTMLDivElement>(null);
  useEffect(() => value.current?.querySelector('input')?.focus(), []);
  return (
    <>
      <div className={drawerStyles.value}>
        <SelectField
          label={t('comparator')}
          value={draft.comparator}
          onChange={({ target }) =>
            change({
              comparator: comparators.find((one) => one === target.value) ?? draft.comparator,
            })
          }
        >
          {(Object.keys(comparatorKeys) as (keyof typeof comparatorKeys)[]).map((one) => (
            <option key={one} value={one}>
              {t(`comparator_${comparatorKeys[one]}`)}
            </option>
          ))}
        </SelectField>
        <div ref={value}>
          <Field
            label={t('value_in', { unit: poweredUnitLabel(of.indicator, of.language) })}
            inputMode="decimal"
            autoComplete="off"
            value={draft.value}
            onChange={({ target }) => change({ value: target.value })}
            error={faultText(faults['value'], t)}
          />
        </div>
        <OwnerField {...{ draft, change, faults, of }} />
      </div>
      <Question of={of} editor={editor} />
    </>
  );
}

function OwnerField({ draft, change }: FieldsProps) {
  const t = useLabels(indicatorLabels);
  return (
    <Field
      label={t('owner')}
      value={draft.owner}
      list="owner-names"
      maxLength={200}
      onChange={({ target }) => change({ owner: target.value })}
    />
  );
}

/** One question about the value, after a try to save, with the repair and "it is right". */
function Question({ of, editor }: { readonly of: DraftOf; readonly editor: TargetEditor }) {
  const t = useLabels(indicatorLabels);
  const { question, isTried, read } = editor;
  if (question === undefined || !isTried || read.faults['value'] !== undefined) return null;
  const write = (value: string) => formatInPower(value, of.indicator, of.language);
  const unit = poweredUnitLabel(of.indicator, of.language);
  const words =
    question.kind === 'past_final'
      ? {
          text: t('ask_past_final'),
          repair: t('repair_final', { year: question.deadline.slice(0, 4) }),
        }
      : question.kind === 'above_final'
        ? {
            text: t('ask_above_final', { final: write(question.final), unit }),
            repair: t('repair_value', { value: write(question.repair), unit }),
          }
        : {
            text: t('ask_ten_times', { like: write(question.like), unit }),
            repair: t('repair_value', { value: write(question.repair), unit }),
          };
  return (
    <div className={drawerStyles.question} role="alert">
      <p>{words.text}</p>
      <TextButton onClick={editor.repair}>{words.repair}</TextButton>
      <TextButton onClick={() => editor.save(true)}>{t('it_is_right')}</TextButton>
    </div>
  );
}

/** The days and the baseline of the final target. */
function FinalFields({ draft, change, faults, of }: FieldsProps) {
  const t = useLabels(indicatorLabels);
  return (
    <>
      <div className={drawerStyles.line}>
        <DateField
          label={t('deadline')}
          value={draft.deadline}
          onChange={({ target }) => change({ deadline: target.value })}
          error={faultText(faults['deadline'], t)}
        />
        <DateField
          label={t('baseline_date')}
          value={draft.baseline_date}
          onChange={({ target }) => change({ baseline_date: target.value })}
          error={faultText(faults['baseline_date'], t)}
        />
        {of.indicator.kind === 'stock' || of.indicator.kind === 'ratio' ? (
          <Field
            label={t('baseline')}
            inputMode="decimal"
            value={draft.baseline}
            onChange={({ target }) => change({ baseline: target.value })}
            error={faultText(faults['baseline'], t)}
          />
        ) : null}
      </div>
      {of.indicator.kind === 'annual_flow' ? (
        <Checkbox
          label={t('sum_of_years')}
          checked={draft.is_sum}
          onChange={({ target }) => change({ is_sum: target.checked })}
        />
      ) : null}
    </>
  );
}

/** Reason, source and wording. */
function WordFields({
  draft,
  change,
  faults,
  of,
  editor,
}: FieldsProps & { readonly editor: TargetEditor }) {
  const t = useLabels(indicatorLabels);
  return (
    <>
      {editor.base === undefined ? null : (
        <Field
          label={t('reason')}
          value={draft.reason}
          maxLength={500}
          placeholder={t('reason_hint')}
          onChange={({ target }) => change({ reason: target.value })}
          error={faultText(faults['reason'], t)}
        />
      )}
      <div className={drawerStyles.line}>
        <Field
          label={t('source')}
          value={draft.source}
          maxLength={300}
          placeholder={t('source_hint')}
          onChange={({ target }) => change({ source: target.value })}
          error={faultText(faults['source'], t)}
        />
        <DateField
          label={t('source_date')}
          value={draft.source_date}
          onChange={({ target }) => target.value !== '' && change({ source_date: target.value })}
        />
      </div>
      <Field
        label={t('wording')}
        hint={t('wording_hint')}
        value={draft.wording}
        placeholder={
          of.indicator.kind === 'qualitative' || editor.read.target.value !== undefined
            ? makeWording(editor.read.target, of.indicator)[of.language]
            : ''
        }
        maxLength={4000}
        onChange={({ target }) => change({ wording: target.value })}
      />
    </>
  );
}
