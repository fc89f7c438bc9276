import { qualifierTerms, sameWords } from '#domain/labels/index.ts';
import { formatDate, formatValue } from '#domain/values/format.ts';
import { type Qualifier, qualifiers } from '#domain/values/money.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import type { PublishedFact, ZoneProfile } from '#domain/zone/zone.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  namePublishedFigure,
  writePublishedFigure,
} from '#web/features/zone/parts/published-figure.ts';
import {
  type ChangesOf,
  EntryList,
  makeEntryId,
} from '#web/features/zone/settings/form/entry-list.tsx';
import {
  type FormFault,
  isPlainNumber,
  useFault,
} from '#web/features/zone/settings/form/faults.tsx';
import { today, type ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { DayField } from './day-field.tsx';
import { SourceField } from './source-field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

/** The published counts of partners, which are listed beside the partners. */
const partnerFigures = [
  'partner_agreements',
  'local_government_partners',
  'financial_and_trade_partners',
];
/** The unit in which each known figure is published. `money` is the currency of the zone. */
const usualUnits: Readonly<Record<string, string>> = {
  established_projects: 'projects',
  established_investment: 'money',
  pipeline_projects: 'projects',
  area_km2: 'km2',
  partner_agreements: 'items',
  local_government_partners: 'local_governments',
  financial_and_trade_partners: 'institutions',
};
const units = [
  'items',
  'companies',
  'jobs',
  'projects',
  'institutions',
  'local_governments',
  'km2',
  'percent',
];

/** Whether a published figure counts partners or agreements. */
export const isPartnerFigure = ({ id }: Pick<PublishedFact, 'id'>): boolean =>
  partnerFigures.includes(id);

/**
 * The published figures of the zone. A figure has an entry for each day on which it was published.
 *
 * @param kind the counts of partners, or all others
 */
export function FactFields({
  draft,
  change,
  kind,
}: ZoneFieldsProps & { readonly kind: 'partners' | 'others' }) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const isOfKind = (fact: PublishedFact): boolean =>
    isPartnerFigure(fact) === (kind === 'partners');
  const visible = draft.published.filter(isOfKind);
  const last = visible.at(-1);
  return (
    <>
      <h3>{t(kind === 'partners' ? 'published_counts' : 'published')}</h3>
      <EntryList
        entries={visible}
        path={factPlace}
        title={(fact) =>
          isPlainNumber(fact.value)
            ? `${writePublishedFigure(fact, language)} · ${formatDate(fact.date, language, 'short')}`
            : ''
        }
        onChange={(next) =>
          change({
            published: [...draft.published.filter((fact) => !isOfKind(fact)), ...next],
          })
        }
        add={t(kind === 'partners' ? 'add_count' : 'add_figure')}
        makeEntry={(): PublishedFact =>
          kind === 'partners'
            ? {
                id: last?.id ?? 'partner_agreements',
                value: '',
                unit: last?.unit ?? 'items',
                date: today(),
                source: '',
              }
            : {
                id: makeEntryId('figure'),
                value: '',
                unit: 'items',
                date: today(),
                source: '',
                name: sameWords(''),
              }
        }
      >
        {(fact, put) => <OneFact fact={fact} zone={draft} kind={kind} onChange={put} />}
      </EntryList>
    </>
  );
}

interface OneFactProps {
  readonly fact: PublishedFact;
  readonly zone: ZoneProfile;
  readonly kind: 'partners' | 'others';
  readonly onChange: (changes: ChangesOf<PublishedFact>) => void;
}

function OneFact({ fact, zone, kind, onChange }: OneFactProps) {
  const t = useLabels(zoneFormLabels);
  const place = factPlace(fact);
  const [nameFault, dayFault, sourceFault] = [
    useFault(`published.${fact.id}.name`),
    useFault(`${place}.date`),
    useFault(`${place}.source`),
  ];
  return (
    <>
      <FigureKind {...{ fact, zone, kind, onChange }} />
      {fact.name === undefined ? null : (
        <TextFields
          label={t('figure_name')}
          value={fact.name}
          error={nameFault}
          onChange={(name) => onChange({ name })}
        />
      )}
      <div className={formStyles.columns}>
        <FigureValue {...{ fact, zone, kind, onChange }} />
        <DayField
          label={t('published_on')}
          value={fact.date}
          error={dayFault}
          onChange={(date) => onChange({ date })}
        />
        <SourceField
          sources={zone.sources}
          value={fact.source}
          error={sourceFault}
          onChange={(source) => onChange({ source })}
        />
      </div>
    </>
  );
}

/** What the figure counts: a known figure, or a text. */
function FigureKind({ fact, zone, kind, onChange }: OneFactProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const figureIds = Object.keys(usualUnits).filter(
    (id) => partnerFigures.includes(id) === (kind === 'partners'),
  );
  const choose = (id: string) => {
    const unit = usualUnits[id];
    onChange(
      unit === undefined
        ? { id: makeEntryId('figure'), name: sameWords('') }
        : { id, unit: unit === 'money' ? zone.base_currency : unit, name: undefined },
    );
  };
  return (
    <SelectField
      label={t('figure')}
      value={figureIds.includes(fact.id) ? fact.id : ''}
      onChange={(event) => choose(event.target.value)}
    >
      {kind === 'partners' ? null : <option value="">{t('figure_own')}</option>}
      {figureIds.map((id) => (
        <option key={id} value={id}>
          {namePublishedFigure(id, language)}
        </option>
      ))}
    </SelectField>
  );
}

function FigureValue({ fact, zone, onChange }: OneFactProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const fault = useFault(`${factPlace(fact)}.value`);
  const currencyNames = new Intl.DisplayNames(language, { type: 'currency' });
  const unitName = (unit: string): string =>
    unitTerms[unit]?.[language] ??
    (/^[A-Z]{3}$/.test(unit) ? (currencyNames.of(unit) ?? unit) : unit);
  return (
    <>
      <SelectField
        label={t('prop_qualifier')}
        value={fact.qualifier ?? ''}
        onChange={(event) =>
          onChange({
            qualifier: qualifiers.find((one): one is Qualifier => one === event.target.value),
          })
        }
      >
        <option value="">{t('exactly')}</option>
        {qualifiers.map((one) => (
          <option key={one} value={one}>
            {qualifierTerms[one][language]}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('prop_value')}
        inputMode="decimal"
        value={fact.value}
        hint={isPlainNumber(fact.value) ? formatValue(fact.value, fact.unit, language).text : ''}
        error={fault}
        onChange={(event) => onChange({ value: event.target.value.trim() })}
      />
      <SelectField
        label={t('prop_unit')}
        value={fact.unit}
        onChange={(event) => onChange({ unit: event.target.value })}
      >
        {[...new Set([...units, zone.base_currency, fact.unit])].map((unit) => (
          <option key={unit} value={unit}>
            {unitName(unit)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

const factPlace = ({ id, date }: PublishedFact): string => `published.${id} ${date}`;
/** Finds faults: a figure has a value in plain digits and, when it is new, a source. */
export const findFactFaults = (next: ZoneProfile, base: ZoneProfile): readonly FormFault[] =>
  next.published.flatMap((fact): readonly FormFault[] => {
    const isStored = base.published.some(
      (one) => one.id === fact.id && one.source === fact.source && fact.source === '',
    );
    const place = factPlace(fact);
    return [
      ...(isPlainNumber(fact.value)
        ? []
        : [{ path: `${place}.value`, rule: 'plain_number' as const }]),
      ...(fact.source.trim() !== '' || isStored
        ? []
        : [{ path: `${place}.source`, rule: 'source_needed' as const }]),
    ];
  });
