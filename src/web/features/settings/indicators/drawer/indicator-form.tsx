import { compact } from '#domain/values/compact.ts';
import type { StandardText } from '#domain/zone/standard-texts.ts';
import { type FormEvent, useState } from 'react';
import { unitLabel } from '#domain/values/format.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import { isCurrency } from '#domain/values/money.ts';
import { currencyWord } from '#domain/values/currency/currency-units.ts';
import { listPowerChoices, poweredUnitLabel } from '#domain/values/unit-power.ts';
import { type Indicator, unitPowers } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { listRemovedIndicators } from '#domain/zone/faults/removal.ts';
import { useZoneVersions } from '#web/features/targets/queries.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import { useFirstWrongField } from '#web/ui/controls/use-first-wrong-field.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import {
  changeKind,
  kindChoices,
  makeIndicatorDraft,
  readIndicatorDraft,
} from '#web/features/settings/indicators/draft/indicator-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { useSaveZone } from '#web/features/settings/indicators/use-save-zone.ts';
import {
  BreakFields,
  type IndicatorFieldsProps,
  NameFields,
  RatioFields,
} from './indicator-fields.tsx';
import * as drawerStyles from './drawer.module.css';

interface IndicatorFormProps {
  readonly profile: ZoneProfile;
  /** The stored indicator, or the template of a new one. */
  readonly indicator: Indicator | undefined;
  readonly isNew: boolean;
  /** Whether it has values: its unit and kind are fixed then. */
  readonly hasValues: boolean;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}
/** Adds or changes an indicator: what it measures, its unit, and its owner. */
export function IndicatorForm(props: IndicatorFormProps) {
  const { profile, indicator, isNew, hasValues, onSaved, onClose } = props;
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const [draft, setDraft] = useState(() => makeIndicatorDraft(indicator, profile.base_currency));
  const [tries, setTries] = useState(0);
  const form = useFirstWrongField(tries);
  const [reason, setReason] = useState('');
  const saving = useSaveZone();
  const versions = useZoneVersions().data?.items ?? [];
  const storedIndicator = isNew ? undefined : indicator;
  const read = readIndicatorDraft(draft, storedIndicator, {
    indicators: profile.indicators,
    removed: listRemovedIndicators(versions),
    language,
    zone: profile,
  });
  const fields: IndicatorFieldsProps = {
    draft,
    change: (changes) => setDraft({ ...draft, ...changes }),
    faults: tries > 0 ? read.faults : {},
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(read.faults).length > 0) return setTries(tries + 1);
    const { id } = read.indicator;
    const find = (zone: ZoneProfile) => zone.indicators.find((one) => one.id === id);
    const usualReason: StandardText =
      storedIndicator === undefined ? 'headway:target_first' : 'headway:indicator_edited';
    saving.mutate(
      {
        isMoved: (zone) => JSON.stringify(find(zone)) !== JSON.stringify(storedIndicator),
        make: (zone) => ({
          indicators:
            storedIndicator === undefined
              ? [...zone.indicators, read.indicator]
              : zone.indicators.map((one) => (one.id === id ? read.indicator : one)),
        }),
        reason: reason.trim() || usualReason,
      },
      { onSuccess: () => onSaved(id) },
    );
  };
  return (
    <form ref={form} className={drawerStyles.form} onSubmit={submit} noValidate>
      <NameFields {...fields} />
      <UnitFields {...fields} hasValues={hasValues} currency={profile.base_currency} />
      {draft.kind === 'annual_ytd' ? (
        <Checkbox
          label={t('january_in_february')}
          checked={draft.january_in_february}
          onChange={({ target }) => fields.change({ january_in_february: target.checked })}
        />
      ) : null}
      {draft.kind === 'ratio' ? (
        <RatioFields {...fields} indicators={profile.indicators} own={draft.id} />
      ) : null}
      <PeopleFields {...fields} />
      {isNew || draft.kind === 'qualitative' ? null : <BreakFields {...fields} />}
      {isNew ? null : (
        <Field
          label={t('reason_optional')}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      {saving.isError ? <ErrorPanel failure={toProblem(saving.error)} /> : null}
      <div className={drawerStyles.actions}>
        <Button primary type="submit" disabled={saving.isPending}>
          {t(isNew ? 'add_indicator' : 'save_indicator')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

const commonCurrencies = ['CNY', 'USD', 'JPY', 'EUR', 'HKD', 'KRW'] as const;
const commonUnits = [
  'companies',
  'jobs',
  'projects',
  'items',
  'km2',
  'mu',
  'percent',
  'tce_per_10k',
  'toe_per_million',
];

interface UnitFieldsProps extends IndicatorFieldsProps {
  readonly hasValues: boolean;
  readonly currency: string;
}
/** A common unit, or one of the zone's own in words. */
function UnitChoice({ draft, change, faults, hasValues, currency }: UnitFieldsProps) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const units = [...new Set<string>([currency, ...commonCurrencies, ...commonUnits])];
  const isOwn = !units.includes(draft.unit);
  const error = faults['unit'] === undefined ? undefined : t(`fault_${faults['unit']}`);
  const writeUnit = (unit: string): string => {
    if (isCurrency(unit)) return currencyWord(unit, language);
    return Object.hasOwn(unitTerms, unit) ? unitLabel(unit, language) : unit;
  };
  return (
    <>
      <SelectField
        label={t('unit')}
        value={isOwn ? '' : draft.unit}
        disabled={hasValues}
        onChange={({ target }) => change({ unit: target.value })}
        error={isOwn ? undefined : error}
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {writeUnit(unit)}
          </option>
        ))}
        <option value="">{t('own_unit')}</option>
      </SelectField>
      {isOwn ? (
        <Field
          label={t('unit_words')}
          value={draft.unit}
          disabled={hasValues}
          maxLength={40}
          onChange={({ target }) => change({ unit: target.value })}
          error={error}
        />
      ) : null}
    </>
  );
}

/** Kind, unit with its power of ten, and direction. */
function UnitFields({ draft, change, faults, hasValues, currency }: UnitFieldsProps) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  return (
    <>
      <SelectField
        label={t('kind')}
        value={draft.kind}
        disabled={hasValues}
        hint={hasValues ? t('has_values') : undefined}
        onChange={({ target }) =>
          change(
            changeKind(
              draft,
              kindChoices.find((one) => one === target.value) ?? draft.kind,
              currency,
            ),
          )
        }
      >
        {kindChoices.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind_${kind}`)}
          </option>
        ))}
      </SelectField>
      {draft.kind === 'qualitative' ? null : (
        <div className={drawerStyles.line}>
          <UnitChoice {...{ draft, change, faults, hasValues, currency }} />
          <SelectField
            label={t('power')}
            value={draft.power}
            onChange={({ target }) => change({ power: target.value })}
          >
            <option value="">{t('power_usual')}</option>
            {listPowerChoices(
              unitPowers,
              {
                unit: draft.unit,
                ...compact({ power: draft.power === '' ? undefined : Number(draft.power) }),
              },
              language,
            ).map((power) => (
              <option key={power} value={String(power)}>
                {poweredUnitLabel({ unit: draft.unit, power }, language)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('direction')}
            value={draft.direction}
            onChange={({ target }) =>
              change({ direction: target.value === 'down' ? 'down' : 'up' })
            }
          >
            <option value="up">{t('direction_up')}</option>
            <option value="down">{t('direction_down')}</option>
          </SelectField>
        </div>
      )}
    </>
  );
}

/** Source, owner, responsible unit, and whether links may show it. */
function PeopleFields({ draft, change }: IndicatorFieldsProps) {
  const t = useLabels(indicatorLabels);
  return (
    <>
      <div className={drawerStyles.line}>
        {(['source', 'owner', 'unit_in_charge'] as const).map((key) => (
          <Field
            key={key}
            label={t(key)}
            value={draft[key]}
            maxLength={200}
            {...compact({ list: key === 'owner' ? 'owner-names' : undefined })}
            onChange={({ target }) => change({ [key]: target.value })}
          />
        ))}
      </div>
      <Checkbox
        label={t('may_share')}
        checked={draft.may_share}
        onChange={({ target }) => change({ may_share: target.checked })}
      />
    </>
  );
}
