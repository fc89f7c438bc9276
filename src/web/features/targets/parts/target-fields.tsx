import { useState } from 'react';
import { asTyped, readTyped } from '#domain/targets/value-entry.ts';
import { unitLabel } from '#domain/values/format.ts';
import { comparators, type Indicator, type Target } from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import { isWordingOutdated } from '#domain/zone/target-history.ts';
import { generatedWording } from '#domain/targets/wording.ts';
import { sameWords } from '#domain/labels/index.ts';
import { sourceFaults } from '#domain/zone/zone-faults.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { targetsText } from '#web/features/targets/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { TextFields } from './translated-text-fields.tsx';
import type { Changes } from './zone-section.tsx';

/** A number in the reader's unit; what can't be read stays as typed and changes nothing. */
function NumberField({
  label,
  indicator,
  value,
  onChange,
}: {
  readonly label: string;
  readonly indicator: Indicator;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const t = useText(targetsText);
  const language = useLanguage();
  const shown = value === undefined ? '' : asTyped(value, indicator.unit, language);
  const [text, setText] = useState(shown);
  const read = readTyped(text, indicator, language);
  const type = (typed: string) => {
    setText(typed);
    const next = readTyped(typed, indicator, language);
    if (next.kind === 'value') onChange(next.value);
    else if (next.kind === 'empty') onChange(undefined);
  };
  return (
    <Field
      label={`${label} (${unitLabel(indicator.unit, language, language === 'en' ? '1000000000' : '100000000')})`}
      inputMode="decimal"
      value={text}
      onChange={(event) => type(event.target.value)}
      {...(read.kind === 'wrong' ? { error: t(`wrong_${read.why}`) } : {})}
    />
  );
}

/** The wording in any of the languages; what nobody writes is generated and stands as a hint. */
function WordingFields({ target, indicator, seen, onChange }: Omit<FormProps, 'onRemove'>) {
  const t = useText(targetsText);
  const outdated = isWordingOutdated(target, [
    { revision: 0, recorded_at: '', reason: '', undone: false, kind: 'zone', profile: seen },
  ]);
  const write = (text: Text) => {
    const { wording: _old, ...rest } = target;
    const written = Object.fromEntries(Object.entries(text).filter(([, one]) => one.trim() !== ''));
    onChange(Object.keys(written).length === 0 ? rest : { ...rest, wording: written });
  };
  return (
    <>
      <TextFields
        label={t('wording')}
        value={{ ...sameWords(''), ...target.wording }}
        placeholder={generatedWording(target, indicator)}
        onChange={write}
      />
      {outdated ? <p className="bad">{t('wording_outdated')}</p> : null}
    </>
  );
}

interface FormProps {
  readonly target: Target;
  readonly indicator: Indicator;
  /** The zone as it is stored. */
  readonly seen: ZoneProfile;
  readonly onChange: (target: Target) => void;
  readonly onRemove: () => void;
}
function TargetForm({ target, indicator, seen, onChange, onRemove }: FormProps) {
  const t = useText(targetsText);
  const language = useLanguage();
  const sourceAsked =
    sourceFaults(new Map(seen.targets.map((one) => [one.indicator, one])), [target]).length > 0;
  const words = target.comparator === 'qualitative';
  const date = (label: string, value: string, change: (value: string) => void) => (
    <Field
      label={label}
      type="date"
      value={value}
      required
      onChange={(event) => event.target.value !== '' && change(event.target.value)}
    />
  );
  const number = (key: 'value' | 'baseline') => (value: string | undefined) => {
    const { [key]: _old, ...rest } = target;
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  };
  const checklist = target.checklist ?? { done: 0, total: 0, date: target.source_date };
  const whole = (text: string) => Number(/^\d{1,4}$/.test(text) ? text : 0);
  return (
    <fieldset className="tset">
      <legend>{indicator.name[language]}</legend>
      <div className="tthree">
        <SelectField
          label={t('comparator')}
          value={target.comparator}
          onChange={(event) =>
            onChange({
              ...target,
              comparator:
                comparators.find((one) => one === event.target.value) ?? target.comparator,
            })
          }
        >
          {comparators.map((comparator) => (
            <option key={comparator} value={comparator}>
              {t(`comparator_${comparatorKeys[comparator]}`)}
            </option>
          ))}
        </SelectField>
        {words ? null : (
          <NumberField
            label={t('target_value')}
            indicator={indicator}
            value={target.value}
            onChange={number('value')}
          />
        )}
        {date(t('deadline'), target.deadline, (deadline) => onChange({ ...target, deadline }))}
        {words ? null : (
          <NumberField
            label={t('baseline')}
            indicator={indicator}
            value={target.baseline}
            onChange={number('baseline')}
          />
        )}
        {date(t('baseline_date'), target.baseline_date, (baseline_date) =>
          onChange({ ...target, baseline_date }),
        )}
        <Field
          label={t('source')}
          value={
            seen.sources.find(({ id }) => id === target.source)?.title[language] ?? target.source
          }
          maxLength={300}
          onChange={(event) => onChange({ ...target, source: event.target.value })}
          {...(sourceAsked ? { error: t('fault_source_unchanged') } : {})}
        />
        {date(t('source_date'), target.source_date, (source_date) =>
          onChange({ ...target, source_date }),
        )}
        {words ? (
          <>
            {(['done', 'total'] as const).map((key) => (
              <Field
                key={key}
                label={t(`checklist_${key}`)}
                inputMode="numeric"
                value={String(checklist[key])}
                onChange={(event) => {
                  const next = { ...checklist, [key]: whole(event.target.value) };
                  onChange({
                    ...target,
                    checklist: { ...next, done: Math.min(next.done, next.total) },
                  });
                }}
              />
            ))}
            {date(t('checklist_date'), checklist.date, (day) =>
              onChange({ ...target, checklist: { ...checklist, date: day } }),
            )}
          </>
        ) : null}
      </div>
      <WordingFields target={target} indicator={indicator} seen={seen} onChange={onChange} />
      <TextButton onClick={onRemove}>{t('remove_target')}</TextButton>
    </fieldset>
  );
}
const comparatorKeys = {
  '>': 'over',
  '>=': 'least',
  '<': 'under',
  '<=': 'most',
  '=': 'equal',
  qualitative: 'words',
} as const;

interface FieldsProps {
  readonly draft: ZoneProfile;
  readonly change: (changes: Changes) => void;
  readonly seen: ZoneProfile;
}
/** Every target with its number, days, source and wording; one more for an indicator that has none. */
export function TargetFields({ draft, change, seen }: FieldsProps) {
  const t = useText(targetsText);
  const language = useLanguage();
  const free = draft.indicators.filter(
    (indicator) => !draft.targets.some((target) => target.indicator === indicator.id),
  );
  const put = (target: Target) =>
    change({
      targets: draft.targets.map((one) => (one.indicator === target.indicator ? target : one)),
    });
  const add = (indicator: Indicator) =>
    change({
      targets: [
        ...draft.targets,
        {
          indicator: indicator.id,
          comparator: indicator.kind === 'qualitative' ? 'qualitative' : '>=',
          deadline: draft.phases.at(-1)?.end ?? `${Number(draft.data_date.slice(0, 4)) + 5}-12-31`,
          baseline_date: draft.phases[0]?.start ?? draft.data_date,
          source: '',
          source_date: draft.data_date,
          data_status: 'reported',
        },
      ],
    });
  return (
    <>
      {draft.targets.map((target) => {
        const indicator = draft.indicators.find((one) => one.id === target.indicator);
        return indicator === undefined ? null : (
          <TargetForm
            key={target.indicator}
            target={target}
            indicator={indicator}
            seen={seen}
            onChange={put}
            onRemove={() => change({ targets: draft.targets.filter((one) => one !== target) })}
          />
        );
      })}
      <div className="row">
        {free.map((indicator) => (
          <Button key={indicator.id} onClick={() => add(indicator)}>
            {t('add_target', { name: indicator.name[language] })}
          </Button>
        ))}
      </div>
    </>
  );
}
