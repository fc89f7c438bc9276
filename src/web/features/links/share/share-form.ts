import { analysisCharts } from '#charts/all-charts.ts';
import { firstAnalysisChart, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { findChart, isChartId } from '#charts/registry.ts';
import { compact } from '#domain/values/compact.ts';
import type { ExportRight, SharedPage } from '#contract/links/constants.ts';
import type { LinkDraft, NewLink } from '#contract/links/schemas.ts';
import type { LinkEmbed, LinkView } from '#contract/links/view-schemas.ts';
import type { Language } from '#domain/values/language.ts';
import { addDays } from '#domain/values/date.ts';
import {
  redactionProfiles,
  type RedactionPreset,
  type RedactionProfile,
  type SharedSection,
  sharedSections,
} from '#domain/redaction/profile.ts';
import { registerFilterFields } from '#domain/overview/register-filter.ts';
import { listFilters } from '#domain/redaction/register-cells.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import { type SavedWords, toSavedView } from '#web/url/saved-view.ts';
import type { ViewState } from '#web/url/view-state.ts';

/** The state of the share dialog. */
export interface ShareForm {
  readonly name: string;
  readonly preset: RedactionPreset;
  readonly hidden: readonly SharedSection[];
  readonly amounts: boolean;
  readonly unregistered: boolean;
  readonly without: string;
  readonly frozen: boolean;
  readonly until: string;
  /** The readers of a chart see texts of columns of the register. */
  readonly columns: boolean;
  /** The readers of a saved chart see its note and its texts. */
  readonly words: boolean;
  readonly exports: ExportRight;
  readonly language: Language;
  /** The page keeps that language, whatever language the reader's browser prefers. */
  readonly fixed: boolean;
  readonly password: string;
  readonly title: string;
  readonly publish: boolean;
  /** Messengers may show a picture of the totals. */
  readonly picture: boolean;
  readonly note: string;
  /** The figure that `sites` embed. Empty for a page. */
  readonly figure: string;
  readonly sites: string;
}
const usualDays = 90;
const mostDays = 364;

/** The defaults: totals only, frozen, for 90 days or as long as the zone allows. */
export const emptyForm = (
  today: string,
  language: Language,
  policy: LinkPolicy = {},
): ShareForm => ({
  name: '',
  preset: 'totals',
  hidden: [],
  amounts: true,
  unregistered: false,
  without: '',
  frozen: true,
  columns: false,
  words: true,
  until: earlier(addDays(today, usualDays), latestDay(today, policy)),
  exports: 'pictures',
  language,
  fixed: false,
  password: '',
  title: '',
  publish: false,
  picture: false,
  note: '',
  figure: '',
  sites: '',
});
const earlier = (a: string, b: string): string => (a < b ? a : b);
/** The latest expiry of a link that is made today. */
export const latestDay = (today: string, { longest_days = mostDays }: LinkPolicy = {}): string =>
  addDays(today, Math.min(longest_days, mostDays));

/** Makes the redaction profile of a link from its form. */
export function profileFrom(form: ShareForm): RedactionProfile {
  const preset = redactionProfiles[form.preset];
  const without = form.without.split(/[,，、\s]+/).filter((code) => code !== '');
  return {
    ...preset,
    ...compact({
      names: form.unregistered && preset.names !== 'hidden' ? ('shown' as const) : undefined,
      amounts: form.amounts ? undefined : ('none' as const),
    }),
    sections: sharedSections.filter((section) => !form.hidden.includes(section)),
    without: [...new Set(without)],
  };
}

/**
 * Returns the origin of a typed site. An invalid one is returned unchanged, so that the server can
 * name it.
 */
const readOrigin = (site: string): string => {
  const address = site.includes('://') ? site : `https://${site}`;
  return URL.canParse(address) ? new URL(address).origin : site;
};
function embedFrom({ figure, sites }: ShareForm): LinkEmbed | undefined {
  if (figure === '') return undefined;
  const siteTexts = sites.split(/[,，、\s]+/).filter((site) => site !== '');
  return { figure, origins: [...new Set(siteTexts.map(readOrigin))] };
}

/** The view to share, with the defaults of the page. */
export interface ViewToShare {
  readonly page: SharedPage;
  readonly view: ViewState;
  readonly measure: string | undefined;
  /** The two days that a link of changes compares. They stay fixed. */
  readonly days: { readonly from: string; readonly to: string };
  /** The note and the texts of the saved chart of the page. */
  readonly savedWords?: SavedWords | undefined;
}
/** The sections of each page that can be excluded. */
export const partsOfPage: Readonly<Record<SharedPage, readonly SharedSection[]>> = {
  overview: sharedSections,
  pipeline: ['changes', 'industries'],
  changes: ['targets', 'revisions'],
  projects: ['industries'],
  charts: ['targets', 'milestones', 'industries'],
  outlook: ['targets', 'revisions'],
};
/** Reads the filter of a page, without the fields that it sets by itself. */
function readWithin(view: ViewState, own: readonly string[] = []): Pick<LinkView, 'within'> {
  const within = Object.fromEntries(
    registerFilterFields.flatMap((name) =>
      view[name].length === 0 || own.includes(name) ? [] : [[name, view[name]]],
    ),
  );
  return Object.keys(within).length === 0 ? {} : { within };
}
/** The chart of the page of charts, with its choices, filters and words. */
function chartFrom({ view, savedWords }: ViewToShare, { columns, words }: ShareForm): LinkView {
  const { chart = firstAnalysisChart, as_of, saved } = view;
  const { takesComparison, takesScenario } = isAnalysisChartId(chart) ? analysisCharts[chart] : {};
  const {
    chart: _,
    plan,
    scenario,
    versus,
    as_of: _day,
    table: _table,
    ...options
  } = toSavedView({ id: chart, ...compact({ takesScenario }) }, view, undefined);
  return {
    page: 'charts',
    ...compact({ as_of, plan, scenario }),
    chart: {
      id: chart,
      ...compact({ saved, versus: takesComparison === true ? versus : undefined }),
      ...options,
      ...compact({
        shows_columns: columns ? (true as const) : undefined,
        words: words ? savedWords : undefined,
      }),
    },
  };
}
function viewFrom(
  source: ViewToShare,
  form: ShareForm,
  embed: LinkEmbed | undefined,
  hasMeasures: boolean,
): LinkView {
  const { page, view, measure, days } = source;
  if (page === 'charts') return { ...chartFrom(source, form), ...compact({ embed }) };
  if (page === 'outlook')
    return {
      page,
      ...compact({ as_of: view.as_of, plan: view.plan, scenario: view.scenario, embed }),
    };
  const within = readWithin(view);
  if (page === 'changes')
    return { page, as_of: days.to, compare: days.from, ...within, ...compact({ embed }) };
  const viewDays = compact({
    as_of: view.as_of,
    compare: view.cmp === 'prev' ? undefined : view.cmp,
  });
  if (page === 'pipeline') return { page, ...viewDays, ...within };
  if (page === 'projects') {
    const filters = Object.fromEntries(
      listFilters.flatMap((name) => (view[name].length === 0 ? [] : [[name, view[name]]])),
    );
    return {
      page,
      ...readWithin(view, listFilters),
      ...compact({
        as_of: view.as_of,
        filters: Object.keys(filters).length === 0 ? undefined : filters,
      }),
    };
  }
  return {
    page,
    ...viewDays,
    ...within,
    ...compact({
      measure: measure === undefined || !hasMeasures ? undefined : measure,
      range: view.range,
      plan: view.plan,
      embed,
    }),
  };
}
/** The files that readers may download. The list of projects has data files and no picture. */
export const exportsOf = (page: SharedPage, { exports }: ShareForm): ExportRight =>
  page === 'projects' && exports !== 'data' ? 'none' : exports;
/** Whether a link may have a picture in previews: only for totals without a password. */
export const mayHavePicture = (
  page: SharedPage,
  { preset, password, figure }: ShareForm,
): boolean => page !== 'projects' && preset === 'totals' && password === '' && figure === '';
/** Whether a link may have a title: a page, and the figure of a chart in another site. */
export const mayHaveTitle = (page: SharedPage, { figure }: ShareForm): boolean =>
  figure === '' || page === 'charts';
/** Makes the draft of a link from the form and the view. */
export function draftFrom(form: ShareForm, source: ViewToShare): LinkDraft {
  const title = form.title.trim();
  const note = form.note.trim();
  const embed = embedFrom(form);
  const hasMeasures =
    embed === undefined
      ? !form.hidden.includes('targets')
      : isChartId(embed.figure) && findChart(embed.figure).needs.includes('targets');
  return {
    view: viewFrom(source, form, embed, hasMeasures),
    profile:
      embed === undefined || source.page !== 'overview'
        ? profileFrom(form)
        : { ...profileFrom(form), sections: sharedSections },
    frozen: form.frozen,
    language: form.language,
    exports: embed === undefined ? exportsOf(source.page, form) : 'none',
    ...compact({
      fixed_language: form.fixed && embed === undefined ? true : undefined,
      title: title === '' || !mayHaveTitle(source.page, form) ? undefined : title,
      note: note === '' || embed !== undefined ? undefined : note,
    }),
  };
}
/** Makes the link to create from the form and the draft of what it shows. */
export const linkFrom = (form: ShareForm, draft: LinkDraft): NewLink => ({
  ...draft,
  name: form.name.trim(),
  expires_at: form.until,
  ...compact({
    password: form.password === '' || draft.view.embed !== undefined ? undefined : form.password,
    publish_title: form.publish && draft.title !== undefined ? true : undefined,
    publish_picture: form.picture && mayHavePicture(draft.view.page, form) ? true : undefined,
  }),
});
