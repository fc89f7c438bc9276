import type { IsoDate } from '#domain/values/date.ts';
import { formatCount, formatMonth } from '#domain/values/format.ts';
import type { MoneyWriter } from '#domain/overview/money-units.ts';
import { hasReached, type StageOrUnknown } from '#domain/projects/stage.ts';
import { missingTerms, projectName } from '#domain/labels/index.ts';
import type { Card } from '#domain/work/board.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { fieldLabel } from '#web/features/projects/facts/fact-labels.ts';
import { industryColour } from '#web/features/projects/facts/project-labels.ts';
import { DeclaredMark } from '#web/features/work/declared-mark.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import type { PlacedCard } from './use-board-moves.ts';
import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';
import * as boardStyles from './board.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The number of fields that a card names; the others are counted. */
const namedFields = 2;

interface CardProps {
  readonly card: Card;
  readonly stage: StageOrUnknown;
  readonly profile: ZoneProfile | undefined;
  /** Writes the amounts of the column with equal digits. */
  readonly writeMoney: MoneyWriter;
  readonly editable: boolean;
  /** Whether the tab key stops at this card in its column. */
  readonly isStop: boolean;
  /** The card of the last move, until the next action. */
  readonly isMoved: boolean;
  /** Whether it has an unsaved move. */
  readonly isKept: boolean;
  /** Invented values: in plain ink. */
  readonly example: boolean;
  readonly onDrag: (placedCard: PlacedCard | undefined) => void;
  readonly onChoose: (placedCard: PlacedCard) => void;
  readonly onComplete: (placedCard: PlacedCard) => void;
  readonly onOpen: (code: string) => void;
}

/** The days of the project in its stage, and whether it is stalled or late. */
function CardDays({
  card: { days, stalled, late, stage_since },
  stage,
  example,
}: Pick<CardProps, 'card' | 'stage' | 'example'>) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const count = (n: number) => ({ days: formatCount(n, language), one: n === 1 });
  const isLate = late !== undefined;
  if (isLate || stalled !== undefined)
    return (
      <span className={example ? textStyles.number : `${textStyles.number} ${boardStyles.late}`}>
        {isLate ? t('card_late', count(late)) : t('card_stalled', count(stalled ?? 0))}
      </span>
    );
  if (stage !== 'unknown' && hasReached(stage, 'operation') && stage_since !== undefined)
    return <span>{t('card_since', { month: writeMonth(stage_since, language) })}</span>;
  if (days === undefined) return null;
  return (
    <span className={textStyles.number}>
      {days <= 0 ? t('card_today') : t('card_days', count(days))}
    </span>
  );
}
const writeMonth = (day: IsoDate, language: Parameters<typeof formatMonth>[1]): string =>
  formatMonth(day.slice(0, 7), language, 'short');

/** The missing fields of the project, as a button that opens its form. */
function ToComplete({
  placed: placedCard,
  editable,
  onComplete,
}: Pick<CardProps, 'editable' | 'onComplete'> & { readonly placed: PlacedCard }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const fields = placedCard.card.to_complete ?? [];
  if (fields.length === 0) return null;
  const names = fields.slice(0, namedFields).map((field) => fieldLabel(field, language));
  const more = fields.length - names.length;
  const text = t('card_to_complete', {
    fields: [...names, ...(more > 0 ? [t('card_more', { n: more })] : [])].join(t('list')),
  });
  return editable ? (
    <button
      type="button"
      className={boardStyles.lacks}
      aria-label={`${text} · ${projectName(placedCard.card, language)}`}
      onClick={() => onComplete(placedCard)}
    >
      {text}
    </button>
  ) : (
    <span className={boardStyles.lacks}>{text}</span>
  );
}

/** A project on the board. It can be opened, dragged, or moved by a key or a button. */
export function BoardCard(props: CardProps) {
  const { card, stage, profile, writeMoney, editable, isStop, isMoved } = props;
  const { onDrag, onChoose, onOpen } = props;
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const name = projectName(card, language);
  const placedCard: PlacedCard = { card, from: stage };
  const { money, qualifier, missing } = card;
  const lacksOwner = card.to_complete?.includes('owner') === true;
  const amount =
    money === undefined
      ? missingTerms[missing ?? 'not_reported'][language]
      : writeMoney(money, qualifier);
  return (
    <li
      className={isMoved ? `${boardStyles.card} ${boardStyles.moved}` : boardStyles.card}
      draggable={editable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', card.code);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(placedCard);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <button
        type="button"
        className={boardStyles.open}
        data-card={card.code}
        tabIndex={isStop ? 0 : -1}
        aria-describedby="board-keys"
        aria-keyshortcuts={editable ? 'M Shift+ArrowLeft Shift+ArrowRight' : undefined}
        onClick={() => onOpen(card.code)}
      >
        <b title={name}>
          <span lang={projectNameLanguage(card, language)}>{name}</span>
        </b>
        <span className={textStyles.number}>
          {card.industry === undefined ? null : (
            <IndustryDot colour={industryColour(profile, card.industry)} />
          )}
          {amount}
        </span>
        <span className={boardStyles.line}>
          <span>{card.owner ?? (lacksOwner ? t('no_owner') : '')}</span>
          <CardDays {...props} />
        </span>
        <DeclaredMark code={card.code} />
      </button>
      {props.isKept ? <span className={boardStyles.unsaved}>{t('card_unsaved')}</span> : null}
      <ToComplete placed={placedCard} editable={editable} onComplete={props.onComplete} />
      {editable ? (
        <TextButton
          tabIndex={-1}
          aria-label={t('move_of', { name })}
          onClick={() => onChoose(placedCard)}
        >
          {t('move')}
        </TextButton>
      ) : null}
    </li>
  );
}
