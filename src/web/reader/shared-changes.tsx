import { formatCount, formatDate } from '#domain/format.ts';
import type { Change, Overview } from '#domain/overview.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import { projectName } from '#domain/terms/index.ts';
import { stageWord, statusTerms } from '#domain/terms/stage.ts';
import { sharedText } from '#web/i18n/reader/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { StatusChip } from '#web/ui/chip.tsx';

/** What changed since the compared day: how many, and of which named projects where the link names any. */
export function SharedChanges({
  changes,
  overview,
}: {
  readonly changes: NonNullable<SharedOverview['changes']>;
  readonly overview: Overview;
}) {
  const t = useText(sharedText);
  const language = useLanguage();
  const { established, pipeline, items = [], total } = changes;
  const words = (change: Change): string => {
    if (change.kind === 'status') return t('change', { from: statusTerms[change.from][language], to: statusTerms[change.to][language] });
    if (change.kind === 'new' || change.from === undefined)
      return t('change_new', { to: stageWord(overview.zone.stage_words, change.to, language) });
    return t('change', {
      from: stageWord(overview.zone.stage_words, change.from, language),
      to: stageWord(overview.zone.stage_words, change.to, language),
    });
  };
  const same = established.before === established.now && pipeline.before === pipeline.now;
  const counts = {
    established: formatCount(established.now, language),
    pipeline: formatCount(pipeline.now, language),
    established_before: formatCount(established.before, language),
    pipeline_before: formatCount(pipeline.before, language),
  };
  return (
    <section className="sec">
      <h3>
        {t('since', { date: formatDate(changes.since, language) })}{' '}
        {overview.strip.data_status === 'illustrative' ? <StatusChip status="illustrative" /> : null}
      </h3>
      <p className="quiet">{t('changes_total', { n: total })}</p>
      <ul className="list chg">
        {items.map((change) => (
          <li key={`${change.code} ${change.date} ${change.kind}`}>
            <span>{projectName(change, language)}</span>
            <span>{words(change)}</span>
            <b className="num">{formatDate(change.date, language, 'day')}</b>
          </li>
        ))}
        <li className="last">
          <span>{t('both_groups')}</span>
          <span>{t(same ? 'groups_same' : 'groups_changed', counts)}</span>
        </li>
      </ul>
    </section>
  );
}
