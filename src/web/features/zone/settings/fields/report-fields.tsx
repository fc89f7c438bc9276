import { compact } from '#domain/values/compact.ts';
import {
  fixedSections,
  orderSections,
  reportSections,
  type ReportSectionId,
  type ReportTemplate,
} from '#domain/zone/report/report-template.ts';
import { sameWords } from '#domain/values/term.ts';
import { languages, type Text } from '#domain/values/language.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { applyTo, type ChangesOf } from '#web/features/zone/settings/form/entry-list.tsx';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { LogoField } from './logo-field.tsx';
import { ScheduleFields } from './schedule-fields.tsx';
import * as reportFieldsStyles from './report-fields.module.css';

const isBlank = (text: Text): boolean => languages.every((one) => text[one].trim() === '');
/** The lines of the template with their labels, in the order of the form. */
const lines = [
  ['issuer', 'issuer', 'issuer_hint'],
  ['contact', 'contact', 'contact_hint'],
  ['signature', 'signature_line', 'signature_hint'],
] as const;
const lineLength = 300;

/** Moves an entry of a list one place up or down. */
function move<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return list;
  return list.with(at, other).with(at + by, one);
}

/** The sections of a report and their order. */
function SectionOrder({
  template,
  put,
}: {
  readonly template: ReportTemplate;
  readonly put: (changes: ChangesOf<ReportTemplate>) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const fault = useFault('report.sections');
  const chosenSections = orderSections(template);
  const order = [...chosenSections, ...reportSections.filter((id) => !chosenSections.includes(id))];
  const choose = (sections: readonly ReportSectionId[]) => put({ sections });
  return (
    <fieldset className={reportFieldsStyles.sections}>
      <legend>{t('report_sections')}</legend>
      <p>{t('report_sections_hint')}</p>
      <ol>
        {order.map((id) => {
          const name = t(`report_${id}`);
          const at = chosenSections.indexOf(id);
          return (
            <li key={id}>
              <Checkbox
                label={name}
                checked={at >= 0}
                disabled={fixedSections.includes(id)}
                onChange={(event) =>
                  choose(
                    event.target.checked
                      ? [...chosenSections, id]
                      : chosenSections.filter((one) => one !== id),
                  )
                }
              />
              {at < 0 ? null : (
                <span>
                  <TextButton
                    disabled={at === 0}
                    aria-label={t('report_up', { name })}
                    onClick={() => choose(move(chosenSections, at, -1))}
                  >
                    ↑
                  </TextButton>
                  <TextButton
                    disabled={at === chosenSections.length - 1}
                    aria-label={t('report_down', { name })}
                    onClick={() => choose(move(chosenSections, at, 1))}
                  >
                    ↓
                  </TextButton>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {fault === undefined ? null : <p role="alert">{fault}</p>}
      {template.sections === undefined ? null : (
        <TextButton onClick={() => put({ sections: undefined })}>{t('report_usual')}</TextButton>
      )}
    </fieldset>
  );
}

/** The template of the zone's reports: issuer, signature, and sections. */
export function ReportFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const template = draft.report ?? {};
  const put = (changes: ChangesOf<ReportTemplate>) => {
    const next = applyTo(template, changes);
    change({ report: Object.keys(next).length === 0 ? null : next });
  };
  return (
    <>
      {lines.map(([field, label, hint]) => (
        <TextFields
          key={field}
          label={t(label)}
          hint={t(hint)}
          maxLength={lineLength}
          value={template[field] ?? sameWords('')}
          {...compact({ placeholder: field === 'issuer' ? draft.name : undefined })}
          onChange={(text) => put({ [field]: isBlank(text) ? undefined : text })}
        />
      ))}
      <LogoField logo={template.logo} onChange={(logo) => put({ logo })} />
      <SectionOrder template={template} put={put} />
      <ScheduleFields schedule={template.schedule} onChange={(schedule) => put({ schedule })} />
    </>
  );
}

/** Finds faults: a report needs a section besides the fixed ones. */
export const findReportFaults = ({
  report: { sections } = {},
}: ZoneFieldsProps['draft']): readonly FormFault[] =>
  sections === undefined || sections.some((id) => !fixedSections.includes(id))
    ? []
    : [{ path: 'report.sections', rule: 'report_none' }];
