import { compact } from '#domain/values/compact.ts';
import { useDeferredValue } from 'react';
import { chartIds, findChart } from '#charts/registry.ts';
import { projectPath } from '#contract/core/pages.ts';
import { readLastDay } from '#domain/values/reading/last-day.ts';
import { languages } from '#domain/values/language.ts';
import { stages } from '#domain/projects/stage.ts';
import { projectName, stageTerms } from '#domain/labels/index.ts';
import { useProjects } from '#web/data/queries.ts';
import { useSession } from '#web/data/view-queries.ts';
import { keepLanguage, languageNames } from '#web/i18n/languages.ts';
import { paletteLabels } from '#web/features/palette/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { routes } from '#web/url/page-list.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { keepTheme } from '#web/ui/theme.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { dayLabel, keepRecent, listMatches, readRecent, type Entry } from './entries.ts';

const mostProjects = '8';
const triesToFind = 40;

/** Scrolls to a figure once its page shows it. */
function lookAt(figure: string, tries = triesToFind): void {
  const figureElement = document.querySelector<HTMLElement>(`[data-figure="${figure}"]`);
  if (figureElement !== null) figureElement.scrollIntoView({ block: 'start' });
  else if (tries > 0) setTimeout(() => lookAt(figure, tries - 1), 50);
}

/** Makes the action of an entry that opens a path and stores it as recent. */
type GoTo = (label: string, path: string) => () => void;
function useGoTo(): GoTo {
  const { open } = useViewState();
  return (label, path) => () => {
    keepRecent({ label, path });
    open(path);
  };
}

function usePageEntries(goTo: GoTo): readonly Entry[] {
  const t = useLabels(paletteLabels);
  const session = useSession().data;
  return routes
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
        names: [id],
        run: goTo(label, path),
        ...compact({ hint: key === undefined ? undefined : `G ${key.toUpperCase()}` }),
      };
    });
}

/** Parts and forms of pages: the wall, stages, figures and measures. */
function usePartEntries(): readonly Entry[] {
  const t = useLabels(paletteLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { open } = useViewState();
  const overview = useOverviewOfView().data;
  return [
    {
      id: 'page wall',
      group: 'page',
      label: t('wall'),
      names: t('wall_words').split(' '),
      run: () => open('/', { view: 'wall' }),
    },
    ...stages.map(
      (stage): Entry => ({
        id: `stage ${stage}`,
        group: 'stage',
        label: stageWord(stage),
        names: [stage, ...Object.values(stageTerms[stage])],
        run: () => open('/projects', { stage: [stage] }),
      }),
    ),
    ...chartIds.map((figure): Entry => {
      const chart = findChart(figure);
      const run = () => {
        open(chart.page);
        lookAt(figure);
      };
      const label = chart.name(language);
      return { id: `figure ${figure}`, group: 'figure', label, names: [figure], run };
    }),
    ...(overview?.targets ?? []).map(
      ({ indicator, name }): Entry => ({
        id: `measure ${indicator}`,
        group: 'measure',
        label: name[language],
        names: [indicator, ...Object.values(name)],
        run: () => open('/', { m: indicator }),
      }),
    ),
  ];
}

/** The settings of the reader: the latest day, a language, a theme. */
function useSettingEntries(): readonly Entry[] {
  const t = useLabels(paletteLabels);
  const { change } = useViewState();
  return [
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
        names: [one],
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
        names: [theme],
        run: () => {
          keepTheme(theme);
          change({ theme });
        },
      }),
    ),
  ];
}

/** The entries for the day that a text names. */
function useDayEntries(text: string): readonly Entry[] {
  const language = useLanguage();
  const { change } = useViewState();
  const day = readLastDay(text);
  if (day === undefined) return [];
  const run = () => change({ as_of: day });
  return [{ id: `day ${day}`, group: 'day', label: dayLabel(day, language), run }];
}

/** The projects that the server finds by a text. */
function useProjectEntries(
  text: string,
  goTo: GoTo,
): { readonly projectEntries: readonly Entry[]; readonly busy: boolean } {
  const language = useLanguage();
  const session = useSession().data;
  const query = useDeferredValue(text);
  const projects = useProjects(
    { q: query === '' ? undefined : query, limit: mostProjects, sort: 'match' },
    query !== '' && session !== undefined && session.origin !== null,
  );
  const projectEntries = (query === '' ? [] : (projects.data?.pages[0]?.items ?? [])).map(
    (project): Entry => {
      const label = projectName(project, language);
      return {
        id: `project ${project.code}`,
        group: 'project',
        label,
        hint: project.code,
        names: [project.code, project.name, ...Object.values(project.names ?? {})],
        run: goTo(label, projectPath(project.code)),
      };
    },
  );
  return { projectEntries, busy: query !== text || projects.isFetching };
}

/**
 * Finds the entries for a text: pages, projects, stages, figures, measures, days, languages.
 * Without a text, the last destinations of this reader, then the pages.
 */
export function useEntries(input: string): {
  readonly entries: readonly Entry[];
  readonly recent: readonly Entry[];
  readonly busy: boolean;
} {
  const text = input.trim();
  const goTo = useGoTo();
  const pages = usePageEntries(goTo);
  const rest = [...usePartEntries(), ...useSettingEntries()];
  const days = useDayEntries(text);
  const { projectEntries, busy } = useProjectEntries(text, goTo);
  if (text === '') {
    const recent = readRecent().map(
      ({ label, path }): Entry => ({
        id: `recent ${path}`,
        group: 'page',
        label,
        run: goTo(label, path),
      }),
    );
    return { entries: pages, recent, busy: false };
  }
  return {
    entries: [...days, ...listMatches([...pages, ...rest], projectEntries, text)],
    recent: [],
    busy,
  };
}
