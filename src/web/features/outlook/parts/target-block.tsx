import { useState } from 'react';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { ChancePart } from './chance-part.tsx';
import { FewestTable } from './fewest-table.tsx';
import { PacePart } from './pace-part.tsx';
import { RangeBar } from './range-bar.tsx';
import { writeSentence } from './sentence.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

function CopySentence({ sentence }: { readonly sentence: string }) {
  const t = useLabels(outlookLabels);
  const [status, setStatus] = useState<'copied' | 'copy_failed'>();
  const copy = () => {
    navigator.clipboard.writeText(sentence).then(
      () => setStatus('copied'),
      () => setStatus('copy_failed'),
    );
  };
  return (
    <>
      <Button quiet onClick={copy}>
        {t('sentence_copy')}
      </Button>
      <span role="status" className={textStyles.note}>
        {status === undefined ? '' : t(status)}
      </span>
    </>
  );
}

/** Why a target has no floor, ceiling or chance. */
function Refusal({ outlook: { row, measure, refused } }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(outlookLabels);
  if (refused !== undefined) return <p className={textStyles.note}>{t(`refused_${refused}`)}</p>;
  if (measure !== undefined || row.kind === 'qualitative') return null;
  return (
    <div className={outlookStyles.grey}>
      <b>{t('companies')}</b>
      <p>{t('companies_hint')}</p>
    </div>
  );
}

/** All that is known of whether one target will be made. */
export function TargetBlock({ outlook }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { row, range, fewest, chance } = outlook;
  const sentence = writeSentence(outlook, t, language);
  return (
    <section id={`outlook-${targetKey(row)}`} className={outlookStyles.block}>
      <p className={outlookStyles.title}>
        <b>{row.name[language]}</b>{' '}
        {row.target === undefined
          ? null
          : formatTarget(row.comparator, row.target, row.unit, language)}{' '}
        <WeakStatusChip status={row.verdict_status} /> <CopySentence sentence={sentence} />
      </p>
      <h3>{sentence}</h3>
      <div className={outlookStyles.columns}>
        <div>
          {range === undefined ? null : <RangeBar row={row} range={range} />}
          {fewest === undefined ? null : <FewestTable row={row} fewest={fewest} />}
          <Refusal outlook={outlook} />
        </div>
        <div>
          <PacePart row={row} />
          {chance === undefined || range === undefined ? null : (
            <ChancePart row={row} chance={chance} range={range} />
          )}
        </div>
      </div>
    </section>
  );
}
