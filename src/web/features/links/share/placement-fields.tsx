import { exportRights, type SharedPage } from '#contract/links/constants.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import type { Figure } from './chart-sharing.ts';
import type { FieldsProps } from './exclusion-fields.tsx';
import { exportsOf, mayHavePicture } from './share-form.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as shareStyles from './share.module.css';

/** The choice between a page and a figure embedded in other sites. */
export function PlaceFields({
  form,
  onChange,
  figures,
}: FieldsProps & { readonly figures: readonly Figure[] }) {
  const t = useLabels(shareLabels);
  return (
    <>
      <SelectField
        label={t('place')}
        value={form.figure}
        onChange={(event) => onChange({ figure: event.target.value })}
      >
        <option value="">{t('place_page')}</option>
        {figures.map(({ id, name }) => (
          <option key={id} value={id}>
            {t('place_figure', { figure: name })}
          </option>
        ))}
      </SelectField>
      {form.figure === '' ? null : (
        <Field
          label={t('sites')}
          hint={t('sites_hint')}
          value={form.sites}
          required
          maxLength={2000}
          inputMode="url"
          autoComplete="off"
          onChange={(event) => onChange({ sites: event.target.value })}
        />
      )}
    </>
  );
}

/** The choice of what readers may download. */
function ExportField({ form, onChange, page, policy }: PageFieldsProps) {
  const t = useLabels(shareLabels);
  const offeredRights = exportRights.filter(
    (right) =>
      (right !== 'data' || policy.downloads_forbidden === undefined) &&
      (right !== 'pictures' || page !== 'projects'),
  );
  return (
    <SelectField
      label={t('exports')}
      hint={policy.downloads_forbidden === true ? t('rule_data') : undefined}
      value={exportsOf(page, form)}
      onChange={(event) =>
        onChange({
          exports: exportRights.find((one) => one === event.target.value) ?? form.exports,
        })
      }
    >
      {offeredRights.map((value) => (
        <option key={value} value={value}>
          {t(value === 'data' && page === 'projects' ? 'list_data' : value)}
        </option>
      ))}
    </SelectField>
  );
}

/** Whether messengers may show a picture, and the consequences. */
function PictureField({ form, onChange, page }: PageFieldsProps) {
  const t = useLabels(shareLabels);
  if (!mayHavePicture(page, form)) return null;
  return (
    <div>
      <Checkbox
        label={t('picture')}
        checked={form.picture}
        onChange={(event) => onChange({ picture: event.target.checked })}
      />
      {form.picture ? <p className={textStyles.quiet}>{t('picture_is')}</p> : null}
    </div>
  );
}

interface PageFieldsProps extends FieldsProps {
  readonly page: SharedPage;
  readonly policy: LinkPolicy;
}
/** The title of a link, in place of the name of its page or chart. */
export function TitleField({ form, onChange }: FieldsProps) {
  const t = useLabels(shareLabels);
  return (
    <Field
      label={t('heading')}
      value={form.title}
      maxLength={200}
      onChange={(event) => onChange({ title: event.target.value })}
    />
  );
}

/** Options of a page: downloads, password, heading, picture and note. */
export function PageFields(props: PageFieldsProps) {
  const { form, onChange, policy } = props;
  const t = useLabels(shareLabels);
  return (
    <>
      <div className={shareStyles.columns}>
        <ExportField {...props} />
        <Field
          type="password"
          label={t(policy.password_required === true ? 'password_needed' : 'password')}
          hint={policy.password_required === true ? t('rule_password') : t('password_hint')}
          required={policy.password_required === true}
          value={form.password}
          minLength={8}
          maxLength={1000}
          autoComplete="new-password"
          onChange={(event) => onChange({ password: event.target.value })}
        />
      </div>
      <TitleField form={form} onChange={onChange} />
      {form.title.trim() === '' ? null : (
        <Checkbox
          label={t('publish')}
          checked={form.publish}
          onChange={(event) => onChange({ publish: event.target.checked })}
        />
      )}
      <PictureField {...props} />
      <Field
        label={t('note')}
        value={form.note}
        maxLength={1000}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </>
  );
}
