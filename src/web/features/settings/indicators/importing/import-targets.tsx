import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { endpoints } from '#contract/endpoints.ts';
import { mergeTargets } from '#domain/targets/importing/planned-target.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { upload } from '#web/data/files/file-transport.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { useSaveZone } from '#web/features/settings/indicators/use-save-zone.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field, FileField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { PlannedTable } from './planned-table.tsx';
import * as indicatorStyles from '#web/features/settings/indicators/indicators.module.css';

interface ImportTargetsProps {
  readonly profile: ZoneProfile;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Reads a file of targets, shows what it would change, and stores it as one revision. */
export function ImportTargets({ profile, onSaved, onClose }: ImportTargetsProps) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const saving = useSaveZone();
  const preview = useMutation({
    mutationFn: (file: File) =>
      upload(endpoints.previewTargets, file, { query: { lang: language } }),
  });
  const rows = preview.data?.rows ?? [];
  const targets = rows.flatMap(({ outcome, target }) =>
    target !== undefined && (outcome === 'new' || outcome === 'changed') ? [target] : [],
  );
  const keys = new Set(targets.map(targetKey));
  const findTargets = (zone: ZoneProfile) =>
    zone.targets.filter((target) => keys.has(targetKey(target)));
  const save = () => {
    const file = preview.data?.file ?? '';
    saving
      .mutateAsync({
        isMoved: (zone) =>
          JSON.stringify(findTargets(zone)) !== JSON.stringify(findTargets(profile)),
        make: (zone) => ({ targets: mergeTargets(zone.targets, targets) }),
        reason: reason.trim() || t('imported_from', { file }),
      })
      .then(onSaved, () => undefined);
  };
  return (
    <section className={indicatorStyles.importing} aria-label={t('import_targets')}>
      <h3>{t('import_targets')}</h3>
      <p className={indicatorStyles.quiet}>{t('import_help')}</p>
      <FileField
        label={t('import_file')}
        choose={t('choose_file')}
        fileName={preview.data?.file ?? t('no_file')}
        accept=".csv,.xlsx,.ods,.tsv,.txt"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          saving.reset();
          if (file !== undefined) preview.mutate(file);
        }}
      />
      {preview.isPending ? <p>{t('reading_file')}</p> : null}
      {preview.isError ? <ErrorPanel failure={toProblem(preview.error)} /> : null}
      {preview.data === undefined ? null : (
        <>
          <Notice live>{t('import_summary', countOutcomes(rows))}</Notice>
          {preview.data.unused.length === 0 ? null : (
            <p className={indicatorStyles.quiet}>
              {t('unused_columns', { list: preview.data.unused.join(t('comma')) })}
            </p>
          )}
          <PlannedTable rows={rows} profile={profile} />
          {targets.length === 0 ? null : (
            <Field
              label={t('reason_optional')}
              value={reason}
              maxLength={500}
              placeholder={t('imported_from', { file: preview.data.file })}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </>
      )}
      {saving.isError ? <ErrorPanel failure={toProblem(saving.error)} /> : null}
      <div className={indicatorStyles.buttons}>
        {targets.length === 0 ? null : (
          <Button primary disabled={saving.isPending} onClick={save}>
            {t('import_n', { n: targets.length })}
          </Button>
        )}
        <TextButton onClick={onClose}>{t('cancel')}</TextButton>
      </div>
    </section>
  );
}

function countOutcomes(rows: readonly { readonly outcome: string }[]) {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    wrong: count('wrong'),
  };
}
