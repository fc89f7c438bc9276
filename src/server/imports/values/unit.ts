import {
  parseUnit as parseMoneyUnit,
  type AmountUnit as MoneyUnit,
} from '#domain/values/reading/unit.ts';

/** A unit of money with the text that names it. */
export interface AmountUnit extends MoneyUnit {
  readonly text: string;
}

/**
 * Parses a unit of money.
 * @returns undefined for any other text, also for the English word "won" alone, for a bare number,
 * and for 兆 alone, which is ambiguous
 */
export function parseUnit(raw: string): AmountUnit | undefined {
  const text = raw.trim();
  if (text === '' || text.length > 40 || /^(?:\d?|won)$/i.test(text)) return undefined;
  const unit = parseMoneyUnit(text);
  if (
    unit === undefined ||
    unit === 'ambiguous' ||
    (unit.power === 0 && unit.currency === undefined && unit.shared === undefined)
  )
    return undefined;
  return { ...unit, text };
}

const landUnits: readonly (readonly [RegExp, number])[] = [
  [/^(?:亩|畝|mu)$/, 1],
  [/^(?:公顷|ha|ヘクタール|hectares?)$/, 15],
  [/^(?:平方公里|km2|km²|平方キロ)$/, 1500],
  [/^(?:㎡|m2|m²|平方米|平米|平方メートル)$/, 3 / 2000],
  [/^坪$/, (3.3058 * 3) / 2000],
];
/** Returns the 亩 in a unit of land (1 亩 = 666.67 m²). @returns undefined for any other unit */
export const landFactor = (text: string): number | undefined =>
  landUnits.find(([re]) => re.test(text.normalize('NFKC').toLowerCase().trim()))?.[1];
/** Returns the m² in a unit of floor area. @returns undefined for any other unit */
export const floorFactor = (text: string): number | undefined => {
  const t = text.normalize('NFKC').toLowerCase().trim();
  if (/^(?:万㎡|万m2|万平方米|万平米|万m²)$/.test(t)) return 10_000;
  const mu = landFactor(t);
  return mu === undefined ? undefined : (mu * 2000) / 3;
};
/** Whether a text is a unit of counts or shares, which changes no value. */
export const isPlainUnit = (text: string): boolean =>
  /^(?:人|名|家|个|個|件|社|项|%|％|百分比|persons?|people|jobs|人数)$/i.test(
    text.normalize('NFKC').trim(),
  );
