import { compact } from '#domain/values/compact.ts';
import { withheldFieldTerm } from '#domain/labels/projects/redistribution.ts';
import { isApplicable } from '#domain/projects/fields/chinese-fields.ts';
import { isInChina } from '#domain/zone/zone.ts';
import {
  type Withheld,
  type WithholdableField,
  withholdableFields,
} from '#domain/zone/rights/redistribution.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import type { FormFault } from '#web/features/zone/settings/form/faults.tsx';
import { isWebAddress, useFault } from '#web/features/zone/settings/form/faults.tsx';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

/** The licence under which others may use the data. */
function LicenceFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const { name = '', url = '' } = draft.licence ?? {};
  const fault = useFault('licence.url');
  const put = (next: { readonly name: string; readonly url: string }) =>
    change({
      licence:
        next.name.trim() === '' && next.url === ''
          ? null
          : { name: next.name, ...compact({ url: next.url === '' ? undefined : next.url }) },
    });
  return (
    <div className={formStyles.columns}>
      <Field
        label={t('prop_licence')}
        hint={t('licence_hint')}
        maxLength={200}
        value={name}
        error={useFault('licence.name')}
        onChange={(event) => put({ name: event.target.value, url })}
      />
      <Field
        label={t('licence_address')}
        inputMode="url"
        maxLength={500}
        value={url}
        error={fault}
        onChange={(event) => put({ name, url: event.target.value.trim() })}
      />
    </div>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly selection: readonly string[];
  readonly onChange: (selection: readonly string[]) => void;
}
/** A list of checkboxes for the omitted data. */
function Choices({ legend, choices, selection, onChange }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset className={formStyles.choices}>
      <legend>{legend}</legend>
      {choices.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={label}
          checked={selection.includes(id)}
          onChange={(event) =>
            onChange(
              event.target.checked ? [...selection, id] : selection.filter((other) => other !== id),
            )
          }
        />
      ))}
    </fieldset>
  );
}

/** The licence of the data, and what every file of data leaves out. */
export function RedistributionFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const { fields = [], indicators = [], sources = [] } = draft.withheld ?? {};
  const put = (changes: Withheld) => {
    const next = Object.entries({ fields, indicators, sources, ...changes });
    const filledLists = next.filter(([, list]) => list.length > 0);
    change({ withheld: filledLists.length === 0 ? null : Object.fromEntries(filledLists) });
  };
  return (
    <>
      <h3>{t('prop_licence')}</h3>
      <LicenceFields draft={draft} change={change} />
      <h3>{t('withheld')}</h3>
      <p>{t('withheld_intro')}</p>
      <Choices
        legend={t('prop_indicators')}
        choices={draft.indicators.map(({ id, name }) => ({ id, label: name[language] }))}
        selection={indicators}
        onChange={(next) => put({ indicators: next })}
      />
      <Choices
        legend={t('prop_fields')}
        choices={withholdableFields
          .filter((id) => fields.includes(id) || isApplicable(id, !isInChina(draft)))
          .map((id) => ({ id, label: withheldFieldTerm(id)[language] }))}
        selection={fields}
        onChange={(next) => put({ fields: next as readonly WithholdableField[] })}
      />
      <Choices
        legend={t('prop_sources')}
        choices={draft.sources.map(({ id, title }) => ({ id, label: title[language] }))}
        selection={sources}
        onChange={(next) => put({ sources: next })}
      />
    </>
  );
}

/** Finds faults: a licence has a name, and its address begins with http. */
export const findLicenceFaults = ({ licence }: ZoneFieldsProps['draft']): readonly FormFault[] => [
  ...(licence !== undefined && licence.name.trim() === ''
    ? [{ path: 'licence.name', rule: 'empty_text' as const }]
    : []),
  ...(licence?.url === undefined || isWebAddress(licence.url)
    ? []
    : [{ path: 'licence.url', rule: 'http_address' as const }]),
];
