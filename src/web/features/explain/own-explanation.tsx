import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '#web/ui/controls/link.tsx';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { ExplainedProject } from '#domain/measures/explanation.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import { compact } from '#domain/values/compact.ts';
import { useFilterQuery } from '#web/data/overview-of-view.ts';
import { call } from '#web/data/transport.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { explainLabels } from '#web/features/explain/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import { readFigureName } from '#web/url/figure-name.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';
import type { ExplanationProps } from './explanation-props.ts';
import { ExplanationPanel } from './explanation-panel.tsx';
import * as textStyles from '#web/ui/text.module.css';

/** Makes the query of a figure: its subject, the day, and the revision of the page. */
function makeQuery(
  view: ViewState,
  filter: ReturnType<typeof useFilterQuery>,
  of: Readonly<Record<string, string>>,
) {
  const compare = view.cmp === 'prev' || view.cmp === view.as_of ? undefined : view.cmp;
  const { as_of, known_at, known_from, plan, rates } = view;
  const day = { as_of, known_at, plan, ...compact({ compare }), ...filter };
  const step = 'step' in of ? compact({ known_from, rates }) : {};
  return { ...day, ...step, ...of };
}

function useExplanation(figure: string) {
  const { view } = useViewState();
  const { measure, query: of } = readFigureName(figure);
  const query = makeQuery(view, useFilterQuery(), of);
  return useInfiniteQuery({
    queryKey: queryKeys.explanation(measure, query),
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.explanation, {
        params: { measure },
        query: { ...query, ...compact({ cursor: pageParam === null ? undefined : pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ rows }: Explanation) => (rows.kind === 'projects' ? rows.next : null),
  });
}

/** The filters of a list as the address holds them. */
const toFilters = (list: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(list).map(([name, words]) => [name, splitItems(words)]));

/** The explanation of a figure of the register. Its projects link to their pages. */
export function OwnExplanation({ figure, onClose }: ExplanationProps) {
  const t = useLabels(explainLabels);
  const query = useExplanation(figure);
  const stageWord = useStageWord();
  const { hrefTo } = useViewState();
  const list = query.data?.pages[0]?.list;
  const name = (row: ExplainedProject) => (
    <Link
      className={textStyles.plainLink}
      to={hrefTo('/projects', { sel: row.code })}
      onClick={onClose}
    >
      <ProjectName project={row} />
    </Link>
  );
  const toList =
    list === undefined ? null : (
      <Link to={hrefTo('/projects', toFilters(list))} onClick={onClose}>
        {t('all_in_list')}
      </Link>
    );
  return <ExplanationPanel query={query} table={{ name, stageWord, toList }} onClose={onClose} />;
}
