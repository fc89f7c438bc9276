import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { buildPath } from '#contract/core/path.ts';
import { zoneEndpoints } from '#contract/zone/endpoints.ts';
import { logoLimits, type ReportLogo } from '#domain/zone/report/report-logo.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { upload } from '#web/data/files/file-transport.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { FileField } from '#web/ui/controls/field.tsx';
import * as reportFieldsStyles from './report-fields.module.css';

const limits = {
  size: String(logoLimits.bytes / 1024),
  least: String(logoLimits.leastSide),
  most: String(logoLimits.mostSide),
};

/** Why a file was not accepted as the logo, as the key of a label. */
function faultOf(error: unknown): 'logo_large' | 'logo_refused' | 'logo_failed' {
  const { code } = toProblem(error);
  if (code === 'too_large') return 'logo_large';
  return code === 'unsupported_media_type' ? 'logo_refused' : 'logo_failed';
}

/**
 * The logo of reports: shown, chosen or removed. A file is uploaded at once, and saved with the
 * form.
 */
export function LogoField({
  logo,
  onChange,
}: {
  readonly logo: ReportLogo | undefined;
  readonly onChange: (logo: ReportLogo | undefined) => void;
}) {
  const t = useLabels(zoneFormLabels);
  const [isLarge, setLarge] = useState(false);
  const add = useMutation({
    mutationFn: (file: File) => upload(zoneEndpoints.addLogo, file),
    onSuccess: onChange,
  });
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setLarge(file.size > logoLimits.bytes);
    if (file.size <= logoLimits.bytes) add.mutate(file);
  };
  const fault = isLarge ? 'logo_large' : add.isError ? faultOf(add.error) : undefined;
  return (
    <>
      <FileField
        label={t('logo')}
        hint={t('logo_hint', limits)}
        choose={t(add.isPending ? 'logo_adding' : 'logo_choose')}
        fileName={logo?.file ?? t('logo_none')}
        error={fault === undefined ? undefined : t(fault, limits)}
        accept="image/png,image/jpeg"
        disabled={add.isPending}
        onChange={({ target }) => {
          choose(target.files?.[0]);
          target.value = '';
        }}
      />
      {logo === undefined ? null : (
        <div className={reportFieldsStyles.logo}>
          <img
            src={buildPath(zoneEndpoints.logo, { hash: logo.sha256 })}
            alt={t('logo_preview', { file: logo.file })}
            width={logo.width}
            height={logo.height}
          />
          <TextButton onClick={() => onChange(undefined)}>{t('logo_remove')}</TextButton>
        </div>
      )}
    </>
  );
}
