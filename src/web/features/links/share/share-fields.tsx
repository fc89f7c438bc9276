import type { SharedPage } from '#contract/links/constants.ts';
import { languages } from '#domain/values/language.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import { redactionPresets } from '#domain/redaction/profile.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import { DetailFields, type FieldsProps, type UnknownCodes } from './exclusion-fields.tsx';
import type { Figure } from './chart-sharing.ts';
import { PageFields, TitleField, PlaceFields } from './placement-fields.tsx';
import { latestDay, mayHaveTitle, type ShareForm } from './share-form.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as shareStyles from './share.module.css';

/** Returns the note about hidden amounts. Undefined when the link shows no amount. */
function amountsNote({
  amounts,
  preset,
  unregistered,
}: ShareForm): 'one_link' | 'full_registered' | 'full_all' | undefined {
  if (!amounts) return undefined;
  if (preset !== 'full') return 'one_link';
  return unregistered ? 'full_all' : 'full_registered';
}

const presetTexts = { totals: 'totals_is', names: 'names_is', full: 'full_is' } as const;

type ShareFieldsProps = FieldsProps &
  UnknownCodes & {
    readonly today: string;
    /** The day of the figures, as text. */
    readonly day: string;
    readonly page: SharedPage;
    /** Figures of the page that another site can show. */
    readonly figures: readonly Figure[];
    /** The rules of the zone. What they forbid is not offered. */
    readonly policy: LinkPolicy;
  };

/** The fields of a link. Only the recipient's name is required. */
export function ShareFields(props: ShareFieldsProps) {
  const { form, onChange, today, day, page, policy, figures } = props;
  const t = useLabels(shareLabels);
  return (
    <>
      <Field
        label={t('name')}
        hint={t('name_hint')}
        value={form.name}
        onChange={(event) => onChange({ name: event.target.value })}
        maxLength={200}
        required
        autoComplete="off"
      />
      {figures.length > 0 && policy.password_required === undefined ? (
        <PlaceFields form={form} onChange={onChange} figures={figures} />
      ) : null}
      <ContentFields {...props} />
      <div className={shareStyles.choice}>
        <b>{t('moves')}</b>
        {policy.live_forbidden === true ? null : (
          <SegmentChoice
            tall
            label={t('moves')}
            value={form.frozen ? 'frozen' : 'live'}
            onChange={(value) => onChange({ frozen: value === 'frozen' })}
            segments={[
              { value: 'frozen', label: t('frozen') },
              { value: 'live', label: t('live') },
            ]}
          />
        )}
        <p>{form.frozen ? t('frozen_is', { date: day }) : t('live_is')}</p>
        {policy.live_forbidden === true ? <p>{t('rule_live')}</p> : null}
      </div>
      <div className={shareStyles.columns}>
        <DateField
          label={t('until')}
          value={form.until}
          min={today}
          max={latestDay(today, policy)}
          hint={
            policy.longest_days === undefined
              ? undefined
              : t('rule_days', { n: policy.longest_days })
          }
          required
          onChange={(event) => onChange({ until: event.target.value })}
        />
        <SelectField
          label={t('language')}
          value={form.language}
          onChange={(event) =>
            onChange({
              language: languages.find((one) => one === event.target.value) ?? form.language,
            })
          }
        >
          {languages.map((value) => (
            <option key={value} value={value} lang={value}>
              {languageNames[value]}
            </option>
          ))}
        </SelectField>
      </div>
      {form.figure === '' ? (
        <Checkbox
          label={t('fix_language')}
          checked={form.fixed}
          onChange={(event) => onChange({ fixed: event.target.checked })}
        />
      ) : null}
      {form.figure === '' ? (
        <PageFields form={form} onChange={onChange} page={page} policy={policy} />
      ) : mayHaveTitle(page, form) ? (
        <TitleField form={form} onChange={onChange} />
      ) : null}
    </>
  );
}

/** The content of the link (totals, names or everything), and the excluded details. */
function ContentFields({ form, onChange, unknownCodes, page }: ShareFieldsProps) {
  const t = useLabels(shareLabels);
  const note = amountsNote(form);
  return (
    <div className={shareStyles.choice}>
      <b>{t('what')}</b>
      <SegmentChoice
        tall
        label={t('what')}
        value={form.preset}
        onChange={(preset) => onChange({ preset })}
        segments={redactionPresets.map((value) => ({ value, label: t(value) }))}
      />
      <p>{t(presetTexts[form.preset])}</p>
      <p className={textStyles.quiet}>{t('never')}</p>
      {note === undefined ? null : <p className={textStyles.quiet}>{t(note)}</p>}
      {form.figure === '' ? (
        <DetailFields form={form} onChange={onChange} unknownCodes={unknownCodes} page={page} />
      ) : null}
    </div>
  );
}
