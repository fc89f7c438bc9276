import { compact } from '#domain/values/compact.ts';
import { useDeferredValue } from 'react';
import { useNavigate } from 'react-router-dom';
import { chartIds, chartOf } from '#charts/registry.ts';
import { projectPath } from '#contract/core/pages.ts';
import { typedDay } from '#domain/values/reading/typed-day.ts';
import { languages } from '#domain/values/language.ts';
import { stages } from '#domain/projects/stage.ts';
import { projectName, stageTerms } from '#domain/labels/index.ts';
import { useProjects } from '#web/data/queries.ts';
import { useSession } from '#web/data/view-queries.ts';
import { keepLanguage, languageNames } from '#web/i18n/languages.ts';
import { paletteText } from '#web/features/palette/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { routes } from '#web/url/page-list.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { keepTheme } from '#web/ui/theme.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { dayLabel, keepRecent, matching, readRecent, type Entry } from './entries.ts';

const mostProjects = '8';
const triesToFind = 40;

/** Goes to a figure once its page shows it. */
function lookAt(figure: string, tries = triesToFind): void {
  const found = document.querySelector<HTMLElement>(`[data-figure="${figure}"]`);
  if (found !== null) found.scrollIntoView({ block: 'start' });
  else if (tries > 0) setTimeout(() => lookAt(figure, tries - 1), 50);
}

/**
 * What a text leads to: pages, projects, stages, figures, measures, days, languages. Without a
 * text, where this reader went last, then the pages.
 */
export function useEntries(typed: string): {
  readonly entries: readonly Entry[];
  readonly recent: readonly Entry[];
  readonly busy: boolean;
} {
  const t = useText(paletteText);
  const language = useLanguage();
  const stageWord = useStageWord();
  const navigate = useNavigate();
  const { change, hrefTo } = useViewState();
  const session = useSession().data;
  const overview = useOverviewOfView().data;
  const text = typed.trim();
  const asked = useDeferredValue(text);
  const projects = useProjects(
    { q: asked === '' ? undefined : asked, limit: mostProjects, sort: 'name' },
    asked !== '' && session !== undefined && session.origin !== null,
  );
  const go =
    (label: string, path: string, href = hrefTo(path)) =>
    () => {
      keepRecent({ label, path });
      void navigate(href);
    };
  const pages = routes
    .filter(
      ({ path, needs }) =>
        !path.includes(':') && (needs === undefined || session?.may.includes(needs) === true),
    )
    .map(({ id, path, key }): Entry => {
      const label = t(id);
      return {
        id: `page ${id}`,
        group: 'page',
        label,
        words: id,
        run: go(label, path),
        ...compact({ hint: key === undefined ? undefined : `G ${key.toUpperCase()}` }),
      };
    });
  const wall = t('wall');
  const set: readonly Entry[] = [
    {
      id: 'page wall',
      group: 'page',
      label: wall,
      words: t('wall_words'),
      run: () => void navigate(hrefTo('/', { view: 'wall' })),
    },
    ...stages.map((stage): Entry => {
      const label = stageWord(stage);
      return {
        id: `stage ${stage}`,
        group: 'stage',
        label,
        words: `${stage} ${Object.values(stageTerms[stage]).join(' ')}`,
        run: () => void navigate(hrefTo('/projects', { stage: [stage] })),
      };
    }),
    ...chartIds.map((figure): Entry => {
      const chart = chartOf(figure);
      const run = () => {
        void navigate(hrefTo(chart.page));
        lookAt(figure);
      };
      return {
        id: `figure ${figure}`,
        group: 'figure',
        label: chart.name(language),
        words: figure,
        run,
      };
    }),
    ...(overview?.targets ?? []).map(
      ({ indicator, name }): Entry => ({
        id: `measure ${indicator}`,
        group: 'measure',
        label: name[language],
        words: `${indicator} ${Object.values(name).join(' ')}`,
        run: () => void navigate(hrefTo('/', { m: indicator })),
      }),
    ),
    {
      id: 'day latest',
      group: 'day',
      label: t('latest_day'),
      run: () => change({ as_of: undefined }),
    },
    ...languages.map(
      (one): Entry => ({
        id: `language ${one}`,
        group: 'language',
        label: languageNames[one],
        words: one,
        run: () => {
          keepLanguage(one);
          change({ lang: one });
        },
      }),
    ),
    ...(['light', 'dark'] as const).map(
      (theme): Entry => ({
        id: `theme ${theme}`,
        group: 'theme',
        label: t(`theme_${theme}`),
        words: theme,
        run: () => {
          keepTheme(theme);
          change({ theme });
        },
      }),
    ),
  ];
  const recent = readRecent().map(
    ({ label, path }): Entry => ({
      id: `recent ${path}`,
      group: 'page',
      label,
      run: go(label, path),
    }),
  );
  if (text === '') return { entries: pages, recent, busy: false };
  const day = typedDay(text);
  const days: readonly Entry[] =
    day === undefined
      ? []
      : [
          {
            id: `day ${day}`,
            group: 'day',
            label: dayLabel(day, language),
            run: () => change({ as_of: day }),
          },
        ];
  const found = (asked === '' ? [] : (projects.data?.pages[0]?.items ?? [])).map(
    (project): Entry => {
      const label = projectName(project, language);
      const path = projectPath(project.code);
      return {
        id: `project ${project.code}`,
        group: 'project',
        label,
        hint: project.code,
        run: go(label, path),
      };
    },
  );
  return {
    entries: [...days, ...matching(pages, text), ...matching(set, text), ...found],
    recent: [],
    busy: asked !== text || projects.isFetching,
  };
}
