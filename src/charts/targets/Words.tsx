import type { ReactElement } from 'react';
import { fitText, textWidth, wrapText } from '#charts/frame/font-advances.ts';
import { Label } from '#charts/frame/Ink.tsx';
import { ink } from '#charts/frame/tokens.ts';
import { VerdictMark } from './Mark.tsx';
import type { TargetRow } from './series.ts';

/** A verdict in words with its mark; on two lines where the room is too small for its prefix. */
export function Verdict({
  row,
  x,
  y,
  room,
  outcomeLines = 0,
}: {
  readonly row: TargetRow;
  readonly x: number;
  readonly y: number;
  readonly room: number;
  /** Lines under it for what the pace leads to. */
  readonly outcomeLines?: number;
}): ReactElement {
  const colour = row.verdict.short
    ? 'behind'
    : row.verdict.prefix === '' && (row.verdict.mark === 'up' || row.verdict.mark === 'check')
      ? 'accent'
      : 'ink';
  const prefix = textWidth(row.verdict.prefix, 13);
  const stacked = prefix + textWidth(row.verdict.words, 13, true) + 19 > room;
  const lines = wrapText(row.verdict.outcome?.short ?? '', room, 12)
    .filter((line) => line !== '')
    .slice(0, outcomeLines)
    .map((line) => fitText(line, room, 12));
  const top = y - lines.length * 8;
  const words = stacked && prefix > 0 ? top + 9 : top;
  return (
    <>
      <VerdictMark mark={row.verdict.mark} x={x} y={stacked ? top - 19 : top - 10.5} colour={ink(colour)} />
      {row.verdict.prefix === '' ? null : (
        <Label x={x + 19} y={stacked ? top - 8 : top} text={row.verdict.prefix.trim()} size={13} colour={colour} />
      )}
      <Label x={stacked || prefix === 0 ? x + 19 : x + 19 + prefix} y={words} text={row.verdict.words} size={13} colour={colour} bold />
      {lines.map((line, at) => (
        <Label key={line} x={x} y={words + 16 * (at + 1)} text={line} colour="ink-3" />
      ))}
    </>
  );
}

/** The days of all rows in one writing: long where each has room for it, else short. `roomOf` is the room for the day of a row. */
export function dayTexts(rows: readonly TargetRow[], roomOf: (row: TargetRow) => number): readonly string[] {
  const long = rows.every((row) => row.now === undefined || textWidth(row.now.dates[0], 12) <= roomOf(row));
  return rows.map(({ now }) => now?.dates[long ? 0 : 1] ?? '');
}

/** Width of a value with its unit beside it. */
export const nowWidth = ({ now }: TargetRow, size = 20): number =>
  now === undefined
    ? 0
    : (now.prefix === '' ? 0 : textWidth(now.prefix, 12) + 2) +
      textWidth(now.number, size, true) +
      (now.suffix === '' ? 0 : textWidth(now.suffix.trim(), 12) + 3);

/** Where a day begins that stands behind a value with its unit. */
export const afterNow = (row: TargetRow, size = 20): number => nowWidth(row, size) + (row.now?.suffix === '' ? 4 : 6);

/** The value now with its unit small beside it, and its day under it or, `inline`, behind it. */
export function Now({
  row,
  x,
  y,
  day,
  room,
  size = 20,
  inline = false,
}: {
  readonly row: TargetRow;
  readonly x: number;
  readonly y: number;
  readonly day: string;
  readonly room: number;
  readonly size?: number;
  readonly inline?: boolean;
}): ReactElement {
  if (row.now === undefined) return <Label x={x} y={y} text={fitText(row.absent ?? '', room, 13)} size={13} />;
  const { prefix, number, suffix } = row.now;
  const before = prefix === '' ? 0 : textWidth(prefix, 12) + 2;
  const unit = x + before + textWidth(number, size, true) + 3;
  return (
    <>
      {prefix === '' ? null : <Label x={x} y={y} text={prefix} />}
      <Label x={x + before} y={y} text={number} size={size} bold colour="ink" />
      {suffix === '' ? null : <Label x={unit} y={y} text={suffix.trim()} />}
      <Label x={inline ? x + afterNow(row, size) : x} y={inline ? y : y + 18} text={day} colour="ink-3" />
    </>
  );
}

/** Name and target on one line where both fit; else the target takes the line under the name, which may have more room. A long name has two lines. */
export function Name({
  row,
  y,
  room,
  under = room,
}: {
  readonly row: TargetRow;
  readonly y: number;
  readonly room: number;
  readonly under?: number;
}): ReactElement {
  const [first = '', ...more] = wrapText(row.name, room, 13, true);
  const targetWidth = row.target === '' ? 0 : 9 + textWidth(row.target, 13);
  // a name of two lines has the target behind it, and no line under it
  const last = fitText(more.length === 0 ? first : more.join(' '), more.length === 0 ? room : room - targetWidth, 13, true);
  const width = textWidth(last, 13, true);
  const beside = row.target !== '' && width + targetWidth <= room;
  return (
    <>
      {more.length === 0 ? null : <Label x={0} y={y} text={fitText(first, room, 13, true)} size={13} bold colour="ink" />}
      <Label x={0} y={more.length === 0 ? y : y + 17} text={last} size={13} bold colour="ink" />
      {beside ? <Label x={width + 9} y={more.length === 0 ? y : y + 17} text={row.target} size={13} /> : null}
      {more.length > 0 ? null : (
        <Label x={0} y={y + 18} text={fitText(beside || row.target === '' ? row.under : row.target, under, 12)} colour="ink-3" />
      )}
    </>
  );
}
