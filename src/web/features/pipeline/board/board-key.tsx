import { formatDate } from '#domain/values/format.ts';
import type { Board } from '#contract/work/schemas.ts';
import { findMark } from '#domain/zone/industries.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import * as boardStyles from './board.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** How amounts in several currencies are ordered. */
function BoardRates({ board: { amounts, unrated } }: { readonly board: Board }) {
  const t = useLabels(pipelineLabels);
  if (amounts.length < 2) return null;
  const isSomeRated = amounts.length > unrated.length + 1;
  return (
    <>
      {isSomeRated ? <> {t('board_rates')}</> : null}
      {unrated.length === 0 ? null : (
        <> {t('board_unrated', { currencies: unrated.join(t('list')) })}</>
      )}
    </>
  );
}

/** The key: the colours of the industries on the board, the order and the day. */
export function BoardKey({
  board,
  profile,
}: {
  readonly board: Board;
  readonly profile: ZoneProfile | undefined;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const boardIndustries = new Set(
    board.columns.flatMap(({ cards }) => cards.flatMap(({ industry }) => industry ?? [])),
  );
  const industries = profile?.industries ?? [];
  const boardEntries = industries
    .filter(({ id }) => boardIndustries.has(id))
    .map(({ id, short }) => ({ id, name: short[language], mark: findMark(industries, id) }));
  const withMark = boardEntries.filter(({ mark }) => mark !== 'other');
  const others = boardEntries.filter(({ mark }) => mark === 'other');
  return (
    <div className={boardStyles.key}>
      <ul>
        {withMark.map(({ id, name, mark }) => (
          <li key={id}>
            <IndustryDot colour={mark} /> {name}
          </li>
        ))}
        {others.length === 0 ? null : (
          <li title={others.map(({ name }) => name).join(t('list'))}>
            <IndustryDot colour="other" />{' '}
            {others.length === 1 ? others[0]?.name : t('board_others', { n: others.length })}
          </li>
        )}
      </ul>
      <p className={textStyles.note}>
        {t('board_order', { day: formatDate(board.as_of, language, 'long') })}
        <BoardRates board={board} />
      </p>
    </div>
  );
}
