import { useState } from 'react';
import { formatTypedValue, readTypedValue } from '#domain/targets/value-entry.ts';
import { unitLabel } from '#domain/values/format.ts';
import { comparators, type Indicator, type Target } from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import { isWordingOutdated } from '#domain/zone/target-history.ts';
import { generateWording } from '#domain/targets/wording.ts';
import { sameWords } from '#domain/labels/index.ts';
import { findSourceFaults } from '#domain/zone/zone-faults.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { TextFields } from './translated-text-fields.tsx';
import type { Changes } from './zone-section.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/**
 * A number in the unit of the page's language. An unreadable text stays in the field and changes
 * nothing.
 */
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
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const [text, setText] = useState(
    value === undefined ? '' : formatTypedValue(value, indicator.unit, language),
  );
  const read = readTypedValue(text, indicator, language);
  const type = (typed: string) => {
    setText(typed);
    const next = readTypedValue(typed, indicator, language);
    if (next.kind === 'value') onChange(next.value);
    else if (next.kind === 'empty') onChange(undefined);
  };
  return (
    <Field
      label={`${label} (${unitLabel(indicator.unit, language, language === 'en' ? '1000000000' : '100000000')})`}
      inputMode="decimal"
      value={text}
      onChange={(event) => type(event.target.value)}
      error={read.kind === 'wrong' ? t(`wrong_${read.why}`) : undefined}
    />
  );
}

/** The wording in each language. The placeholder shows the generated wording. */
function WordingFields({ target, indicator, seen, onChange }: Omit<FormProps, 'onRemove'>) {
  const t = useLabels(targetsLabels);
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
        placeholder={generateWording(target, indicator)}
        onChange={write}
      />
      {outdated ? <p className={targetsStyles.error}>{t('wording_outdated')}</p> : null}
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
function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field
      label={label}
      type="date"
      value={value}
      required
      onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
    />
  );
}

function TargetForm({ target, indicator, seen, onChange, onRemove }: FormProps) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const stored = new Map(seen.targets.map((one) => [one.indicator, one]));
  const needsSource = findSourceFaults(stored, [target]).length > 0;
  const isMeasured = target.comparator !== 'qualitative';
  const edit = (changes: Partial<Target>) => onChange({ ...target, ...changes });
  const number = (key: 'value' | 'baseline', label: string) =>
    isMeasured ? (
      <NumberField
        label={label}
        indicator={indicator}
        value={target[key]}
        onChange={(value) => {
          const { [key]: _old, ...rest } = target;
          onChange(value === undefined ? rest : { ...rest, [key]: value });
        }}
      />
    ) : null;
  const date = (key: 'deadline' | 'baseline_date' | 'source_date') => (
    <DateField label={t(key)} value={target[key]} onChange={(day) => edit({ [key]: day })} />
  );
  return (
    <fieldset className={targetsStyles.group}>
      <legend>{indicator.name[language]}</legend>
      <div className={targetsStyles.columns}>
        <SelectField
          label={t('comparator')}
          value={target.comparator}
          onChange={(event) =>
            edit({
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
        {number('value', t('target_value'))}
        {date('deadline')}
        {number('baseline', t('baseline'))}
        {date('baseline_date')}
        <Field
          label={t('source')}
          value={
            seen.sources.find(({ id }) => id === target.source)?.title[language] ?? target.source
          }
          maxLength={300}
          onChange={(event) => edit({ source: event.target.value })}
          error={needsSource ? t('fault_source_unchanged') : undefined}
        />
        {date('source_date')}
        {isMeasured ? null : <ChecklistFields target={target} edit={edit} />}
      </div>
      <WordingFields target={target} indicator={indicator} seen={seen} onChange={onChange} />
      <TextButton onClick={onRemove}>{t('remove_target')}</TextButton>
    </fieldset>
  );
}

/** Items done, items in all, and the day, of a target without a number. */
function ChecklistFields({
  target,
  edit,
}: {
  readonly target: Target;
  readonly edit: (changes: Partial<Target>) => void;
}) {
  const t = useLabels(targetsLabels);
  const checklist = target.checklist ?? { done: 0, total: 0, date: target.source_date };
  return (
    <>
      {(['done', 'total'] as const).map((key) => (
        <Field
          key={key}
          label={t(`checklist_${key}`)}
          inputMode="numeric"
          value={String(checklist[key])}
          onChange={({ target: { value } }) => {
            const count = Number(/^\d{1,4}$/.test(value) ? value : 0);
            const next = { ...checklist, [key]: count };
            edit({ checklist: { ...next, done: Math.min(next.done, next.total) } });
          }}
        />
      ))}
      <DateField
        label={t('checklist_date')}
        value={checklist.date}
        onChange={(date) => edit({ checklist: { ...checklist, date } })}
      />
    </>
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
/** All targets, and a button for each indicator without one. */
export function TargetFields({ draft, change, seen }: FieldsProps) {
  const t = useLabels(targetsLabels);
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
      <div className={textStyles.row}>
        {free.map((indicator) => (
          <Button key={indicator.id} onClick={() => add(indicator)}>
            {t('add_target', { name: indicator.name[language] })}
          </Button>
        ))}
      </div>
    </>
  );
}
