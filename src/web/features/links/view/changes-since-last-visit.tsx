import { useEffect, useState } from 'react';
import { formatDate, formatValue } from '#domain/values/format.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { verdictTerms } from '#domain/labels/targets/verdict.ts';
import type { Verdict } from '#domain/targets/target-row.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import {
  changesBetween,
  readFigures,
  visit,
  type LastVisit,
  type VisitFigures,
} from './last-visit.ts';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as readerStyles from '#web/features/links/reader.module.css';

/**
 * Changes since this browser last opened the link on an earlier day. The comparison stays in the
 * browser.
 */
export function ChangesSinceLastVisit({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const [before, setBefore] = useState<LastVisit['before']>();
  const { overview, changes: sharedChanges } = payload;
  const figures = readFigures(payload);
  useEffect(() => setBefore(visit(payload.link.id, serverDay(), readFigures(payload))), [payload]);
  if (before === undefined) return null;
  const date = formatDate(before.day, language, 'long');
  const writeName = (key: string): string => {
    const [kind, id] = key.split(':');
    const rows = [...(overview.targets ?? []), ...(sharedChanges?.indicators ?? [])];
    const target = rows.find(({ indicator }) => indicator === id)?.name[language] ?? id ?? '';
    if (kind === 'stage') return stageWord(overview.zone.stage_words, id ?? '', language);
    if (kind === 'target') return target;
    if (kind === 'verdict') return `${target} · ${t('head_verdict')}`;
    if (kind === 'as_of') return t('seen_data');
    if (kind === 'listed' || kind === 'moved') return t(kind);
    return t(
      kind === 'established'
        ? 'established'
        : kind === 'pipeline'
          ? 'pipeline'
          : 'their_investment',
    );
  };
  const text = (figure: VisitFigures[string] | undefined): string => {
    if (figure === undefined) return t('seen_none');
    if (figure.unit === 'date')
      return formatDate(figure.value, language, language === 'en' ? 'short' : 'long');
    if (figure.unit === 'verdict') return verdictTerms[figure.value as Verdict][language];
    return formatValue(figure.value, figure.unit, language).text;
  };
  // A difference below the written precision is no change.
  const changes = changesBetween(before.figures, figures).filter(
    ({ from, to }) => text(from) !== text(to),
  );
  return (
    <section
      data-not-copied
      className={`${textStyles.section} ${readerStyles.lastVisit}`}
      aria-label={t('seen_title')}
    >
      <h3>{t('seen_title')}</h3>
      {changes.length === 0 ? (
        <p className={textStyles.quiet}>{t('seen_same', { date })}</p>
      ) : (
        <>
          <ul className={`${listsStyles.list} ${listsStyles.changes}`}>
            {changes.map(({ key, from, to }) => (
              <li key={key}>
                <span>{writeName(key)}</span>
                <b className={textStyles.number}>
                  {t('seen_change', { from: text(from), to: text(to) })}
                </b>
              </li>
            ))}
          </ul>
          <p className={textStyles.quiet}>{t('seen_on', { date })}</p>
        </>
      )}
    </section>
  );
}
