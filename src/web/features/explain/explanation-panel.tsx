import { useFilterQuery } from '#web/data/overview-of-view.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Explanation } from '#domain/measures/explanation.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { compact } from '#domain/values/compact.ts';
import { call } from '#web/data/transport.ts';
import { explainLabels } from '#web/features/explain/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { TextButton } from '#web/ui/controls/button.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { readFigureName } from '#web/url/figure-name.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { ProjectRows, ValueRows } from './explained-rows.tsx';
import * as explainStyles from './explain.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The query of a figure: what it is of, on the day and as known as the page shows it. */
function makeQuery(
  view: ViewState,
  filter: ReturnType<typeof useFilterQuery>,
  of: Readonly<Record<string, string>>,
) {
  const compare = view.cmp === 'prev' || view.cmp === view.as_of ? undefined : view.cmp;
  const { as_of, known_at, known_from, plan, rates } = view;
  const day = { as_of, known_at, plan, ...compact({ compare }), ...filter };
  return { ...day, ...('step' in of ? compact({ known_from, rates }) : {}), ...of };
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

/** The figure, its formula with the numbers, and the formula in words. */
function FigureWithFormula({ explanation: one }: { readonly explanation: Explanation }) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  return (
    <section>
      <p className={explainStyles.figure}>
        <b className={textStyles.number}>{(one.text ?? one.absent)?.[language]}</b>{' '}
        <StatusChip
          status={one.data_status}
          source={one.rows.kind === 'none' ? one.sources[0] : undefined}
        />
      </p>
      {one.subject === undefined ? null : (
        <p className={textStyles.quiet}>{one.subject[language]}</p>
      )}
      <h3>{t('formula')}</h3>
      {one.filled === undefined ? null : (
        <p className={explainStyles.filled}>{one.filled[language]}</p>
      )}
      <p className={textStyles.quiet}>{sentenceStart(one.formula[language])}</p>
      {one.parts.length === 0 ? null : (
        <dl className={explainStyles.parts}>
          {one.parts.map(({ name, text }) => (
            <div key={name.en}>
              <dt>{name[language]}</dt>
              <dd>{text[language]}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** What is counted, what is not, and how many were left out. */
function Counted({ explanation: one }: { readonly explanation: Explanation }) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  return (
    <section>
      <h3>{t('counts')}</h3>
      <p>{one.counts[language]}</p>
      <h3>{t('leaves_out')}</h3>
      <p>{one.leaves_out[language]}</p>
      {one.left_out.length === 0 ? null : (
        <dl className={explainStyles.parts}>
          {one.left_out.map(({ reason, count }) => (
            <div key={reason.en}>
              <dt>{reason[language]}</dt>
              <dd>{formatCount(count, language)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Where the rows come from, the day, and the versions of the definitions. */
function Origin({ explanation: one }: { readonly explanation: Explanation }) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  const day = (date: string): string => formatDate(date, language, 'long');
  return (
    <section>
      <h3>{t('source')}</h3>
      {one.sources.map(({ title, date }) => (
        <p key={`${title.en} ${date ?? ''}`}>
          {title[language]}
          {date === undefined ? null : <small> · {day(date)}</small>}
        </p>
      ))}
      <p className={textStyles.note}>
        {t('as_of', { date: day(one.as_of) })}
        {one.since === undefined ? null : ` · ${t('since', { date: day(one.since) })}`}
      </p>
      <p className={textStyles.note}>
        {one.definitions === undefined ? null : `${definitionsLine(one.definitions, language)} · `}
        {t('version', { n: String(one.version) })}
      </p>
    </section>
  );
}

/** What a figure is made of, in a panel at the right edge. Back and Escape close it. */
export function ExplanationPanel({
  figure,
  onClose,
}: {
  readonly figure: string;
  readonly onClose: () => void;
}) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  const query = useExplanation(figure);
  const first = query.data?.pages[0];
  return (
    <Dialog side title={first?.name[language] ?? t('title')} onClose={onClose}>
      <QueryView query={query} lines={10}>
        {({ pages }) => {
          const [one] = pages;
          if (one === undefined) return null;
          return (
            <div className={explainStyles.panel}>
              <FigureWithFormula explanation={one} />
              {one.rows.kind === 'projects' ? (
                <ProjectRows
                  total={one.rows.total}
                  list={one.list}
                  items={pages.flatMap(({ rows }) => (rows.kind === 'projects' ? rows.items : []))}
                  onClose={onClose}
                />
              ) : one.rows.kind === 'values' ? (
                <ValueRows {...one.rows} />
              ) : (
                <p className={textStyles.note}>{t('no_rows')}</p>
              )}
              {query.hasNextPage ? (
                <TextButton onClick={() => void query.fetchNextPage()}>{t('more')}</TextButton>
              ) : null}
              <Counted explanation={one} />
              <Origin explanation={one} />
            </div>
          );
        }}
      </QueryView>
    </Dialog>
  );
}
