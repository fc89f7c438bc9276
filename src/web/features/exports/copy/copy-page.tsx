import { useState } from 'react';
import { chartIds, findChart } from '#charts/registry.ts';
import { buildPath } from '#contract/core/path.ts';
import { endpoints } from '#contract/endpoints.ts';
import { formatDate } from '#domain/values/format.ts';
import { languages, type Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useOverview } from '#web/data/queries.ts';
import { overviewQuery } from '#web/data/overview-of-view.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { call, callText } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { copyLabels } from '#web/features/exports/labels/index.ts';
import { loadLanguage } from '#web/i18n/load.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { makeCopy, type Pictures } from './make-copy.ts';
import * as copyStyles from './copy.module.css';

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

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves the overview as one HTML file. */
export function CopyPage() {
  const t = useLabels(copyLabels);
  const language = useLanguage();
  const { view } = useViewState();
  const query = useOverview(overviewQuery(view));
  const [state, setState] = useState<{
    readonly busy: boolean;
    readonly saved?: string;
    readonly bare?: boolean;
  }>({ busy: false });
  const make = async (overview: Overview) => {
    setState({ busy: true });
    let bare = false;
    await Promise.all(languages.map(loadLanguage));
    const pictures = await drawCharts(view, overview).catch((): Pictures => {
      bare = true;
      return { 'zh-CN': [], ja: [], en: [] };
    });
    const { cur: _, ...query } = overviewQuery(view);
    const totals = await call(endpoints.overviewTotals, { query });
    const name = fileName(overview);
    saveFile(name, makeCopy(totals, pictures, language, serverDay()));
    setState({ busy: false, saved: name, bare });
  };
  return (
    <div className={copyStyles.page}>
      <QueryView query={query}>
        {(overview) => (
          <>
            <p>{t('what', { date: formatDate(overview.as_of, language, 'long') })}</p>
            <p>{t('holds')}</p>
            <Button primary icon="send" disabled={state.busy} onClick={() => void make(overview)}>
              {t(state.busy ? 'making' : 'save')}
            </Button>
            <div role="status">
              {state.saved === undefined ? null : <p>{t('saved', { name: state.saved })}</p>}
              {state.bare === true ? <Notice kind="bad">{t('no_pictures')}</Notice> : null}
            </div>
          </>
        )}
      </QueryView>
    </div>
  );
}
