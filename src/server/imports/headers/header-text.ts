import { compact } from '#domain/values/compact.ts';
import { stripAccent } from '#server/imports/read/cell-text.ts';
import { splitTrailingUnit } from './trailing-unit.ts';
import { findAreaUnit } from '#server/imports/values/area.ts';
import { isPlainUnit, parseUnit, type AmountUnit } from '#server/imports/values/unit.ts';

/** Normalises a header for comparison: NFKC, lower case, no blanks, marks or brackets. */
export const normaliseHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b*※:：·•"'“”‘’、。,;()[\]【】〔〕「」_]/g, '')
    .replace(/\.(?=$|[a-z])/g, '')
    .replace(/[\u00c0-\u017f]/g, stripAccent);
/** The unit and currency in a header. */
export interface HeaderUnit {
  readonly amount?: AmountUnit;
  /** m² per unit of an area. */
  readonly area?: number;
}
export interface SplitHeader {
  readonly words: string;
  readonly unit?: HeaderUnit;
  readonly unitText?: string;
}

function readUnit(text: string): HeaderUnit | undefined {
  const bare = text.replace(/^\s*(?:单位|単位|unit)\s*[:：]?\s*/i, '');
  const area = findAreaUnit(bare);
  if (area !== undefined) return { area };
  const amount = parseUnit(bare);
  return amount ? { amount } : undefined;
}

/**
 * Joins a unit in brackets with the words beside it that complete it: Cost USD (million), or
 * Cost (USD) million.
 */
function joinBeside(rest: string, unit: HeaderUnit, inner: string): SplitHeader {
  const { amount } = unit;
  const plain = { words: rest, unit, unitText: inner.trim() };
  if (amount === undefined) return plain;
  const isNamed = (amount.currency ?? amount.shared) !== undefined;
  const [, words = '', last = ''] = /^(.+) (\p{L}{2,})$/u.exec(rest) ?? [];
  const multiple = parseUnit(last);
  if (isNamed && amount.power === 0 && multiple !== undefined && multiple.power > 0) {
    const text = `${amount.text} ${last}`;
    return { words, unit: { amount: { ...amount, ...multiple, text } }, unitText: text };
  }
  const trailing = isNamed ? undefined : splitTrailingUnit(rest);
  const named = trailing && parseUnit(trailing.unitText);
  if (trailing === undefined || named === undefined || named.power > 0) return plain;
  const text = `${trailing.unitText} ${amount.text}`;
  const joint = { ...named, power: amount.power, text };
  return { words: trailing.words, unit: { amount: joint }, unitText: text };
}

const isMultiple = (amount: AmountUnit | undefined): amount is AmountUnit =>
  amount !== undefined && amount.power > 0 && (amount.currency ?? amount.shared) === undefined;
/**
 * Splits off a multiple beside one short word in brackets, which may be a currency of a country:
 * Budget (million Xy).
 * @returns undefined without such a unit
 */
export function splitUnknownCurrency(header: string): SplitHeader | undefined {
  const [, words = '', inner = ''] = /^(.+?)\s*\(([^()]{1,30})\)$/.exec(header.trim()) ?? [];
  const parts = inner.split(/\s+/);
  const amounts = parts.map((part, at) =>
    /^\p{L}{1,4}\.?$/u.test(part) ? parseUnit(parts.toSpliced(at, 1).join(' ')) : undefined,
  );
  const amount = amounts.find(isMultiple);
  return amount && { words, unit: { amount: { ...amount, text: inner } }, unitText: inner };
}

/** Splits the unit off a header: (万元), 【万美元】, /万元, `_wan`. Brackets with other words stay. */
export function splitHeader(header: string): SplitHeader {
  const text = header.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const own = /^(.*)_(wan|100m_cny|mu|m2)$/i.exec(text);
  if (own?.[1]) {
    const suffix = (own[2] as string).toLowerCase();
    const power = suffix === 'wan' ? 4 : 8;
    if (suffix === 'mu' || suffix === 'm2') {
      const unitText = suffix === 'mu' ? '亩' : '㎡';
      return { words: own[1], unit: compact({ area: findAreaUnit(unitText) }), unitText };
    }
    const unitText = suffix === 'wan' ? '万元' : '亿元';
    return {
      words: own[1],
      unit: { amount: { power, currency: 'CNY', text: unitText } },
      unitText,
    };
  }
  for (const m of text.matchAll(/[([【〔]([^()[\]【】〔〕]{1,30})[)\]】〕]/g)) {
    const inner = m[1] ?? '';
    const unit = readUnit(inner);
    if (unit) return joinBeside(text.replace(m[0], ' ').replace(/\s+/g, ' ').trim(), unit, inner);
    if (isPlainUnit(inner))
      return { words: text.replace(m[0], ' ').trim(), unitText: inner.trim() };
  }
  const slash = /^(.+?)\s*[/:,]\s*([^/:,]{1,16})$/.exec(text);
  if (slash?.[1] && slash[2]) {
    const unit = readUnit(slash[2]);
    if (unit) return { words: slash[1], unit, unitText: slash[2].trim() };
  }
  // land_area_ha: a unit in letters of one or two words
  const [, ofArea = '', areaUnit = ''] =
    /^(.+?)[ _]((?:sq\.? )?[a-z]{1,8}\.?2?)$/i.exec(text) ?? [];
  const area = findAreaUnit(areaUnit);
  if (area !== undefined) return { words: ofArea, unit: { area }, unitText: areaUnit };
  const trailing = splitTrailingUnit(text);
  const unit = trailing && readUnit(trailing.unitText);
  return trailing === undefined || unit === undefined ? { words: text } : { ...trailing, unit };
}
