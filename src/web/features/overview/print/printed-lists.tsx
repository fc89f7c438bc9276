import { eventDayText } from '#domain/labels/projects/event-day.ts';
import {
  actionCountText,
  actionReasonText,
  daysOverText,
  notKnownActionTexts,
} from '#domain/labels/projects/action.ts';
import { projectName } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatDate } from '#domain/values/format.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useChangeWords } from '#web/features/overview/parts/recent-changes.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as printedOverviewStyles from './printed-overview.module.css';

/** Writes a reason in one line without its days, which are beside it. */
const withoutBrackets = (reason: string): string => reason.replace(/\s*[（(].*$/u, '');

/** The projects that need action, each with its first reason. */
export function PrintedActions({
  overview,
  most,
}: {
  readonly overview: Overview;
  readonly most: number;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const list = overview.actions;
  if (list === undefined) return null;
  const rows = list.items.slice(0, most);
  const notKnown = notKnownActionTexts(list, language);
  return (
    <section className={printedOverviewStyles.part}>
      <h3>
        {t('needs_action')} <i>{actionCountText(list, language)}</i>
      </h3>
      {rows.length === 0 ? (
        <p className={printedOverviewStyles.quiet}>
          {notKnown.length === 0 ? t('nothing_to_do') : notKnown.join(' ')}
        </p>
      ) : (
        <ul>
          {rows.map((action) => (
            <li key={action.code}>
              <span>{projectName(action, language)}</span>
              <b>{daysOverText(action, language)}</b>
              <small>
                {action.reasons
                  .slice(0, 1)
                  .map((reason) => withoutBrackets(actionReasonText(reason, language)))}
              </small>
            </li>
          ))}
        </ul>
      )}
      {list.total > rows.length ? (
        <p>{t('and_more', { count: list.total - rows.length })}</p>
      ) : null}
    </section>
  );
}

/** The changes since the compared day. `total`: their number, where a link names only some. */
export function PrintedChanges({
  overview,
  most,
  total,
}: {
  readonly overview: Overview;
  readonly most: number;
  readonly total?: string;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { writeChange, writeGroups } = useChangeWords(overview);
  const { changes } = overview;
  if (changes === undefined) return null;
  const rows = changes.items.slice(0, most);
  return (
    <section className={printedOverviewStyles.part}>
      <h3>{t('since', { date: formatDate(changes.since, language) })}</h3>
      {total !== undefined || rows.length === 0 ? (
        <p className={printedOverviewStyles.quiet}>{total ?? t('no_changes')}</p>
      ) : null}
      <ul>
        {rows.map((change) => (
          <li key={`${change.code} ${change.date} ${change.kind}`}>
            <span>{projectName(change, language)}</span>
            <b>{eventDayText(change, language, 'day')}</b>
            <small>{writeChange(change)}</small>
          </li>
        ))}
        <li>
          <span>{t('both_groups')}</span>
          <b>{writeGroups(changes)}</b>
        </li>
      </ul>
      {total === undefined && changes.total > rows.length ? (
        <p>{t('and_more', { count: changes.total - rows.length })}</p>
      ) : null}
    </section>
  );
}
