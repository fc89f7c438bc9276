import { zoneDay, zoneLastDay } from '#web/i18n/zone-time.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { formatCount, formatDate, formatMonth } from '#domain/values/format.ts';
import { toMonth } from '#domain/values/date.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as displayStyles from '#web/ui/display/display.module.css';
import * as statusLineStyles from '#web/ui/feedback/status-line.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as readerStyles from '#web/features/links/reader.module.css';

const Lock = () => (
  <svg className={displayStyles.icon} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3.5 7.5h9v6h-9zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2" />
  </svg>
);

/** Describes which projects a link includes, and of how many. */
function useFilterWords({ filter }: SharedPayload['overview']): string | undefined {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  if (filter === undefined) return undefined;
  const by = filter.by.map(({ field, names }) =>
    [term(projectFieldTerms, field, language), ...names.map((name) => name[language])].join(' '),
  );
  return [
    t('filtered', { filters: by.join(' · ') }),
    t('filtered_count', {
      n: formatCount(filter.shown, language),
      of: formatCount(filter.of, language, 'projects'),
    }),
  ].join(' ');
}

/** The words above a shared view: its title, whether it is frozen, its days, and its limits. */
export function useTitleWords(payload: SharedPayload, heading: string | undefined) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { link, overview, view, changes } = payload;
  const { names, amounts, smallest_group } = overview.shared;
  const date = (moment: string) => formatDate(zoneDay(moment), language, 'long');
  const page = view.page === 'charts' || view.page === 'outlook' ? 'overview' : view.page;
  const headings = {
    overview: () =>
      t('progress', { month: formatMonth(toMonth(overview.as_of), language, 'long') }),
    pipeline: () => t('pipeline_on', { date: date(overview.as_of) }),
    projects: () => t('projects_on', { date: date(overview.as_of) }),
    changes: () =>
      t('changes_between', {
        from: date(changes?.days.from ?? overview.as_of),
        to: date(changes?.days.to ?? overview.as_of),
      }),
  };
  const amountsNote = (): string => {
    if (amounts === 'none') return t('limits_none');
    if (smallest_group <= 1 || (amounts === 'all' && names === 'shown')) return '';
    if (amounts === 'all' && names === 'registered') return t('limits_full', { n: smallest_group });
    return t('limits_groups', { n: smallest_group, live: link.frozen === undefined });
  };
  const limits = [
    names === 'hidden' ? t('limits_names') : names === 'registered' ? t('limits_registered') : '',
    amountsNote(),
  ].filter((words) => words !== '');
  return {
    title: link.title ?? heading ?? headings[page](),
    state: t(link.id === '' ? 'preview' : link.frozen === undefined ? 'live' : 'frozen'),
    days: [
      t('data_to', { date: date(overview.as_of) }),
      t('made_on', { date: date(link.made_at) }),
      ...(link.expires_at === undefined
        ? []
        : [t('valid_to', { date: date(zoneLastDay(link.expires_at)) })]),
    ],
    filter: useFilterWords(overview),
    limits: limits.join(language === 'en' ? ' ' : ''),
    altered: link.frozen?.intact === false ? t('altered') : undefined,
    former:
      link.frozen === undefined || link.frozen.rules === link.frozen.present_rules
        ? undefined
        : t('former_rules', { rules: link.frozen.rules, present: link.frozen.present_rules }),
  };
}

/**
 * The title, days and note of a shared view, and its limits: example data, hidden names or amounts.
 */
export function SharedTitle({
  payload,
  heading,
}: {
  readonly payload: SharedPayload;
  /** Replaces the heading of the page, where the sender gave none. */
  readonly heading?: string;
}) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { link, overview } = payload;
  const { title, state, days, filter, limits, altered, former } = useTitleWords(payload, heading);
  return (
    <>
      <div className={readerStyles.title}>
        <p className={readerStyles.zone}>{overview.zone.name[language]}</p>
        <h1>{title}</h1>
        <p className={readerStyles.facts}>
          <b data-copied="state">
            <Lock />
            {state}
          </b>
          {days.map((day) => (
            <span key={day}>{day}</span>
          ))}
        </p>
      </div>
      {link.note === undefined ? null : (
        <section className={readerStyles.note} aria-label={t('note_of_sender')}>
          <small>{t('note_of_sender')}</small>
          <p>{link.note}</p>
        </section>
      )}
      {altered === undefined ? null : <Notice kind="bad">{altered}</Notice>}
      {former === undefined ? null : <Notice>{former}</Notice>}
      {overview.illustrative ? (
        <aside
          className={`${statusLineStyles.statusLine} ${statusLineStyles.example} ${readerStyles.box}`}
        >
          <i className={statusLineStyles.swatch} />
          <p>
            <b>{t(overview.zone.fictional ? 'fictional_title' : 'example_title')}</b>
            {t('colon')}
            {t(overview.zone.fictional ? 'fictional_text' : 'example_text')}
          </p>
        </aside>
      ) : null}
      {filter === undefined ? null : (
        <p className={textStyles.note} data-words>
          {filter}
        </p>
      )}
      {limits === '' ? null : (
        <p className={`${textStyles.note} ${readerStyles.limits}`}>{limits}</p>
      )}
    </>
  );
}
