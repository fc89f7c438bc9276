import { prefectureTerms, sameWords } from '#domain/labels/index.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { partnerTypes, type Partner } from '#domain/zone/zone.ts';
import { partnerCounts } from '#domain/zone/partner-counts.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  type ChangesOf,
  EntryList,
  makeEntryId,
} from '#web/features/zone/settings/form/entry-list.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import { today, type ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { DayField } from './day-field.tsx';
import { SourceField } from './source-field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

/** The number of partners, from each day on which it changed. */
export function PartnerCounts({ partners }: { readonly partners: readonly Partner[] }) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const counts = partnerCounts(partners);
  if (counts.length === 0) return null;
  return (
    <>
      <h3>{t('partner_counts')}</h3>
      <ol className={formStyles.steps}>
        {counts.map(({ date, count }, at) => (
          <li key={date}>
            {at === 0 ? null : '→ '}
            <b>{formatCount(count, language)}</b>{' '}
            {t('from_day', { date: formatDate(date, language, 'long') })}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The partners of the zone, each with its agreement day and source. */
export function PartnerFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const { partners } = draft;
  return (
    <>
      <PartnerCounts partners={partners} />
      <h3>{t('partners')}</h3>
      <EntryList
        entries={partners}
        path={({ id }) => `partners.${id}`}
        title={({ name, date }) =>
          name[language] && `${name[language]} · ${formatDate(date, language, 'short')}`
        }
        onChange={(next) => change({ partners: next })}
        add={t('add_partner')}
        makeEntry={(): Partner => ({
          id: makeEntryId('partner'),
          type: 'other',
          name: sameWords(''),
          source: '',
          date: today(),
        })}
      >
        {(partner, put) => <OnePartner partner={partner} sources={draft.sources} onChange={put} />}
      </EntryList>
    </>
  );
}

function OnePartner({
  partner,
  sources,
  onChange,
}: {
  readonly partner: Partner;
  readonly sources: ZoneFieldsProps['draft']['sources'];
  readonly onChange: (changes: ChangesOf<Partner>) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const fault = useFault(`partners.${partner.id}.name`);
  const [sourceFault, endFault] = [
    useFault(`partners.${partner.id}.source`),
    useFault(`partners.${partner.id}.ended`),
  ];
  return (
    <>
      <TextFields
        label={t('prop_name')}
        value={partner.name}
        error={fault}
        onChange={(name) => onChange({ name })}
      />
      <div className={formStyles.columns}>
        <SelectField
          label={t('prop_type')}
          value={partner.type}
          onChange={(event) =>
            onChange({
              type: partnerTypes.find((type) => type === event.target.value) ?? partner.type,
              prefecture: undefined,
            })
          }
        >
          {partnerTypes.map((type) => (
            <option key={type} value={type}>
              {t(`type_${type}`)}
            </option>
          ))}
        </SelectField>
        {partner.type === 'local_government' ? (
          <SelectField
            label={t('prop_prefecture')}
            value={partner.prefecture ?? ''}
            onChange={(event) => onChange({ prefecture: event.target.value || undefined })}
          >
            <option value="">{t('none')}</option>
            {Object.entries(prefectureTerms)
              .toSorted(([a], [b]) => a.localeCompare(b))
              .map(([code, name]) => (
                <option key={code} value={code}>
                  {name[language]}
                </option>
              ))}
          </SelectField>
        ) : null}
        <DayField
          label={t('agreement_day')}
          value={partner.date}
          onChange={(date) => onChange({ date })}
        />
        <DateField
          label={t('ended_optional')}
          value={partner.ended ?? ''}
          min={partner.date}
          error={endFault}
          onChange={(event) => onChange({ ended: event.target.value || undefined })}
        />
        <SourceField
          sources={sources}
          value={partner.source}
          error={sourceFault}
          onChange={(source) => onChange({ source })}
        />
      </div>
    </>
  );
}

/** Finds faults: a new partner names its source, and no agreement ends before its day. */
export const findPartnerFaults = (
  next: ZoneFieldsProps['draft'],
  base: ZoneFieldsProps['draft'],
): readonly FormFault[] =>
  next.partners.flatMap(({ id, source, date, ended }): readonly FormFault[] => [
    ...(source.trim() === '' && !base.partners.some((one) => one.id === id && one.source === source)
      ? [{ path: `partners.${id}.source`, rule: 'source_needed' as const }]
      : []),
    ...(ended !== undefined && ended < date
      ? [{ path: `partners.${id}.ended`, rule: 'ended_before_start' as const }]
      : []),
  ]);
