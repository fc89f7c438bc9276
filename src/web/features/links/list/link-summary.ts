import { zoneDay } from '#web/i18n/zone-time.ts';
import type { LinkState } from '#contract/links/constants.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { linkListLabels, shareLabels } from '#web/features/links/labels/index.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { chartName, figureName } from '#web/features/links/chart-name.ts';
import { makeTranslate } from '#web/i18n/text.ts';

const stateWords = {
  live: 'state_live',
  paused: 'state_paused',
  ended: 'state_ended',
  expired: 'state_expired',
} as const;
/** Writes the state of a link. */
export const describeState = (state: LinkState, language: Language): string =>
  makeTranslate(linkListLabels, language)(stateWords[state]);
/** Writes the day of a moment in the time zone of the zone. */
export const formatDay = (moment: string, language: Language): string =>
  formatDate(zoneDay(moment), language, language === 'en' ? 'short' : 'long');

/** The content of a link: a page, or an analysis chart by its name. */
function describePage(view: LinkView, language: Language): string {
  const { page } = view;
  if (page !== 'charts' && page !== 'outlook')
    return makeTranslate(linkListLabels, language)(`view_${page}`);
  return makeTranslate(chartLinkLabels, language)(`view_${page}`, {
    name: chartName(view, language),
  });
}

/** Describes the content of a link in two lines. */
export function describeScope(link: SharedLink, language: Language): readonly [string, string] {
  const { frozen, view, profile, exports, has_password, is_chart_removed } = link;
  const { embed } = view;
  const t = makeTranslate(linkListLabels, language);
  const state =
    frozen !== undefined
      ? t('frozen_at', { date: formatDay(frozen.as_of, language) })
      : view.as_of === undefined
        ? t('live')
        : t('live_at', { date: formatDay(view.as_of, language) });
  const content =
    embed === undefined
      ? describePage(view, language)
      : makeTranslate(shareLabels, language)('place_figure', {
          figure: figureName(link, language),
        });
  const first = [content, state].join(' · ');
  const what =
    profile.names === 'hidden' ? t('totals') : profile.amounts === 'all' ? t('full') : t('names');
  const rest = [
    ...(is_chart_removed === true
      ? [makeTranslate(chartLinkLabels, language)('chart_removed')]
      : []),
    what,
    ...(profile.without.length === 0 ? [] : [t('without', { n: profile.without.length })]),
    t(
      exports === 'none'
        ? 'exports_none'
        : exports === 'data'
          ? 'exports_data'
          : 'exports_pictures',
    ),
    ...(has_password ? [t('password')] : []),
    ...(embed === undefined
      ? []
      : [
          t('sites', {
            origins: embed.origins.map((origin) => new URL(origin).host).join(t('list')),
          }),
        ]),
  ];
  return [first, rest.join(t('list'))];
}

/** Describes the visits of a link in two lines. Bots and downloads are counted separately. */
export function describeVisits(
  { opened, downloaded }: SharedLink,
  language: Language,
): readonly [string, string] {
  const t = makeTranslate(linkListLabels, language);
  const bots = opened.bots === 0 ? '' : t('opened_bots', { n: opened.bots });
  const files =
    downloaded.count === 0
      ? ''
      : t('files_downloaded', {
          n: downloaded.count,
          date: formatDay(downloaded.last ?? '', language),
        });
  const more = (words: readonly string[]): string =>
    words.filter((word) => word !== '').join(t('list'));
  if (opened.count === 0) return [t('never_opened'), more([files, bots])];
  const last =
    opened.last === undefined ? '' : t('opened_last', { date: formatDay(opened.last, language) });
  return [t('opened_times', { n: opened.count }), more([last, files, bots])];
}
