import { textWidth } from '#charts/kit/style/font-advances.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import type { BulletRow } from '#charts/targets/data/rows.ts';
import { isJudged, targetRow } from '#charts/targets/data/series.ts';
import { VerdictMark } from '#charts/targets/StatusMark.tsx';
import { declaredStatusText } from '#domain/labels/projects/declared-status.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { formatMonth, unitLabel } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { fittingSize } from './fitting-size.ts';
import { wallLabels } from './labels/index.ts';
import * as wallTargetsStyles from './wall-targets.module.css';

/** On 1920 × 1080: the width of the targets, and the gap between two. */
const [width, gap] = [1808, 32];
const nameSizes = [38, 34, 31, 28];
const valueSizes = [88, 72, 60, 48];
/** The least size of a value beside its currency. */
const usualLeast = 72;
/** A bar ends at twice the plan. */
const planEnd = 2;

function PlanBar({ row, room }: { readonly row: BulletRow; readonly room: number }) {
  const ratio = row.planBullet?.ratio;
  if (ratio === undefined) return <span />;
  const lane = Math.min(room - 30, 340);
  const at = (share: number) => (Math.min(Math.max(share, 0), planEnd) / planEnd) * lane;
  return (
    <svg viewBox={`0 0 ${room} 40`} className={wallTargetsStyles.planBar} aria-hidden="true">
      {ratio < 1 ? (
        <rect
          x={at(ratio)}
          y="9"
          width={at(1) - at(ratio)}
          height="22"
          fill="none"
          stroke={ink('ink-3')}
          strokeWidth="2"
        />
      ) : null}
      <rect
        x="1"
        y="9"
        width={Math.max(3, at(ratio) - 1)}
        height="22"
        fill={row.hatched ? 'url(#wall-example)' : ink('accent')}
        stroke={ink('accent')}
        strokeWidth="2"
      />
      {ratio > planEnd ? (
        <path
          d={`M${lane + 8} 20h18m-8-8l8 8l-8 8`}
          fill="none"
          stroke={ink('accent')}
          strokeWidth="4"
        />
      ) : null}
      <line x1={at(1)} x2={at(1)} y1="0" y2="40" stroke={ink('ink')} strokeWidth="4" />
    </svg>
  );
}

/**
 * The value of a target. A long currency does not make it smaller: the promise above it names the
 * currency too.
 */
function Value({
  row,
  unit,
  room,
}: {
  readonly row: BulletRow;
  readonly unit: string;
  readonly room: number;
}) {
  const language = useLanguage();
  if (row.now === undefined) return <p className={wallTargetsStyles.absent}>{row.absent}</p>;
  const { prefix, number, suffix } = row.now;
  const word = isCurrency(unit) ? unitLabel(unit, language) : '';
  const multiple = suffix.endsWith(word) ? suffix.slice(0, suffix.length - word.length) : suffix;
  const findSize = (after: string): number =>
    fittingSize(number, room - textWidth(`${prefix}${after.trim()}`, 34) - 20, valueSizes);
  const after = findSize(suffix) >= usualLeast ? suffix : multiple;
  return (
    <p className={wallTargetsStyles.value} data-size={findSize(after)}>
      {prefix === '' ? null : <small>{prefix}</small>}
      {number}
      {after === '' ? null : <small>{after.trim()}</small>}
    </p>
  );
}

/** The wording of a target without a number, without the name, which is above it. */
const promiseWords = ({ name, wording }: TargetRow, language: Language): string => {
  const [whole, named] = [wording[language], name[language]];
  const at = whole.toLowerCase().indexOf(named.toLowerCase());
  if (at < 0) return whole;
  const after = whole.slice(at + named.length).replace(/^\p{Script=Hiragana}/u, '');
  return sentenceStart(`${whole.slice(0, at)}${after}`.trim());
};

function Target({
  target,
  overview,
  room,
}: {
  readonly target: TargetRow;
  readonly overview: Overview;
  readonly room: number;
}) {
  const t = useLabels(wallLabels);
  const language = useLanguage();
  const row = targetRow(target, language, overview);
  const by = target.deadline.endsWith('-12-31')
    ? target.deadline.slice(0, 4)
    : formatMonth(target.deadline.slice(0, 7), language, 'short');
  const share = row.targetBullet?.label;
  return (
    <li className={wallTargetsStyles.target}>
      <h3 data-size={fittingSize(row.name, room, nameSizes)}>{row.name}</h3>
      <p className={wallTargetsStyles.promise}>
        {row.target === ''
          ? promiseWords(target, language)
          : t('target', { year: by, value: row.target })}
      </p>
      <Value row={row} unit={target.unit} room={room} />
      <PlanBar row={row} room={room} />
      <p className={wallTargetsStyles.share}>
        {row.planBullet !== undefined
          ? t('of_plan', { share: row.planBullet.label })
          : share === undefined
            ? ''
            : t('of_target', { share })}
      </p>
      {row.now === undefined && !isJudged(row) ? null : (
        <p
          className={`${wallTargetsStyles.verdict} ${row.verdict.short ? wallTargetsStyles.short : ''}`}
        >
          <VerdictMark mark={row.verdict.mark} className={wallTargetsStyles.mark} />
          {row.verdict.words}
        </p>
      )}
      {target.declared === undefined ? null : (
        <p className={wallTargetsStyles.declared}>
          {declaredStatusText(target.declared, language)}
        </p>
      )}
    </li>
  );
}

/** Up to four targets beside each other: the value, its relation to the plan, the verdict. */
export function WallTargets({
  targets,
  overview,
}: {
  readonly targets: readonly TargetRow[];
  readonly overview: Overview;
}) {
  const room = (width - gap * (targets.length - 1)) / targets.length;
  return (
    <ul className={wallTargetsStyles.targets} data-columns={targets.length}>
      {targets.map((target) => (
        <Target
          key={targetKey(target)}
          target={target}
          overview={overview}
          room={Math.min(room, 560)}
        />
      ))}
    </ul>
  );
}
