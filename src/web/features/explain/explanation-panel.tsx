import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { SharedExplanation } from '#contract/measures/schemas.ts';
import { isStandardText } from '#domain/zone/standard-texts.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { explainLabels } from '#web/features/explain/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { TextButton } from '#web/ui/controls/button.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ProjectRows, type RowsOfPage, ValueRows } from './explained-rows.tsx';
import * as explainStyles from './explain.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** An explanation, page by page of its rows. */
export type ExplanationQueryState = UseInfiniteQueryResult<InfiniteData<SharedExplanation>, Error>;

/** The first source, where someone published it; undefined for what was entered in Headway. */
const findPublication = ([first]: SharedExplanation['sources']) =>
  first === undefined || first.is_own === true || isStandardText(first.title.en)
    ? undefined
    : first;

/** The figure, its formula with the numbers, and the formula in words. */
function FigureWithFormula({ explanation: one }: { readonly explanation: SharedExplanation }) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  return (
    <section>
      <p className={explainStyles.figure}>
        <b className={textStyles.number}>{(one.text ?? one.absent)?.[language]}</b>{' '}
        <StatusChip
          status={one.data_status}
          source={one.rows.kind === 'none' ? findPublication(one.sources) : undefined}
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

/** The content and exclusions of the figure, and the number of excluded rows. */
function CountNote({ explanation: one }: { readonly explanation: SharedExplanation }) {
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

/** The origin of the rows, the day, and the versions of the definitions. */
function Origin({ explanation: one }: { readonly explanation: SharedExplanation }) {
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

/** The rows behind a figure, or why there are none. */
function Rows({
  query,
  one,
  table,
}: {
  readonly query: ExplanationQueryState;
  readonly one: SharedExplanation;
  readonly table: RowsOfPage;
}) {
  const t = useLabels(explainLabels);
  if (one.rows.kind === 'projects') {
    const items = (query.data?.pages ?? []).flatMap(({ rows }) =>
      rows.kind === 'projects' ? rows.items : [],
    );
    const isPart = table.isShared === true && !query.hasNextPage && items.length < one.rows.total;
    return (
      <>
        <ProjectRows {...table} total={one.rows.total} items={items} />
        {isPart ? <p className={textStyles.note}>{t('others_withheld')}</p> : null}
      </>
    );
  }
  if (one.rows.kind === 'values') return <ValueRows {...one.rows} />;
  return (
    <p className={textStyles.note}>
      {t(one.rows.kind === 'withheld' ? 'rows_withheld' : 'no_rows')}
    </p>
  );
}

/** The explanation of a figure, in a panel at the right edge. Back and Escape close it. */
export function ExplanationPanel({
  query,
  table,
  onClose,
}: {
  readonly query: ExplanationQueryState;
  readonly table: RowsOfPage;
  readonly onClose: () => void;
}) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
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
              <Rows query={query} one={one} table={table} />
              {query.hasNextPage ? (
                <TextButton onClick={() => void query.fetchNextPage()}>{t('more')}</TextButton>
              ) : null}
              <CountNote explanation={one} />
              <Origin explanation={one} />
            </div>
          );
        }}
      </QueryView>
    </Dialog>
  );
}
