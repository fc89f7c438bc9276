import type { SectionProps } from '#web/features/settings/section.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  findReportFaults,
  ReportFields,
} from '#web/features/zone/settings/fields/report-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';
import { useLabels } from '#web/i18n/text.ts';

const ofReport = ofFields('report');
/** the name identifies a logo; its size and kind are not listed */
const isOf = (path: string): boolean =>
  ofReport(path) && !/^report\.logo\.(?!file$|sha256$)/.test(path);

/** The layout of the zone's reports. */
export function ReportSettings({ profile }: SectionProps) {
  const t = useLabels(zoneFormLabels);
  return (
    <>
      <p>{t('report_intro')}</p>
      <SettingsForm name="report" profile={profile} check={findReportFaults}>
        {(props) => <ReportFields {...props} />}
      </SettingsForm>
      <SectionHistory profile={profile} isOf={isOf} />
    </>
  );
}
