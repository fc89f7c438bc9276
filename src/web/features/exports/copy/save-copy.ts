import { chartIds, findChart } from '#charts/registry.ts';
import { buildPath } from '#contract/core/path.ts';
import { endpoints } from '#contract/endpoints.ts';
import { languages, type Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { overviewQuery } from '#web/data/overview-of-view.ts';
import { saveAs } from '#web/data/files/save-file.ts';
import { callText } from '#web/data/files/file-transport.ts';
import { call } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { loadLanguage } from '#web/i18n/load.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { makeCopy, type Pictures } from './make-copy.ts';

const noPictures: Pictures = { 'zh-CN': [], ja: [], en: [] };

/** Draws every chart that shows no single project. */
async function drawCharts(view: ViewState, overview: Overview): Promise<Pictures> {
  const one = (language: Language, chart: string, size: 'wide' | 'tall') =>
    callText(
      buildPath(
        { ...endpoints.chart, path: `/api/v1/charts/${chart}.svg` },
        {},
        {
          as_of: overview.as_of,
          compare: view.cmp === 'prev' ? undefined : view.cmp,
          plan: view.plan,
          lang: language,
          theme: 'light',
          size,
        },
      ),
    );
  const of = async (language: Language) =>
    Promise.all(
      chartIds
        .filter((id) => !findChart(id).showsProjects)
        .map(async (chart) => {
          const [wide, tall] = await Promise.all([
            one(language, chart, 'wide'),
            one(language, chart, 'tall'),
          ]);
          return { title: findChart(chart).name(language), wide, tall };
        }),
    );
  const [zh, ja, en] = await Promise.all(languages.map(of));
  return { 'zh-CN': zh ?? [], ja: ja ?? [], en: en ?? [] };
}
/** The file name: zone and day, with a suffix for example data. */
const fileName = (overview: Overview): string =>
  `headway_${overview.zone.short_name.en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}_${overview.as_of}${overview.illustrative ? '_ILLUSTRATIVE' : ''}.html`;

/** A saved copy. */
export interface SavedCopy {
  readonly name: string;
  /** Whether it has no charts, since they could not be drawn. */
  readonly isBare: boolean;
}

/**
 * Makes a copy of the overview as one HTML file in all languages, and saves it.
 *
 * @param language - the language that the copy shows first
 * @throws ProblemError if the totals cannot be read
 */
export async function saveCopy(
  view: ViewState,
  overview: Overview,
  language: Language,
): Promise<SavedCopy> {
  await Promise.all(languages.map(loadLanguage));
  const pictures = await drawCharts(view, overview).catch(() => undefined);
  const { cur: _, ...query } = overviewQuery(view);
  const totals = await call(endpoints.overviewTotals, { query });
  const name = fileName(overview);
  saveAs(name, new Blob([makeCopy(totals, pictures ?? noPictures, language, serverDay())]));
  return { name, isBare: pictures === undefined };
}
