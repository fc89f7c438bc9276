import { readUnitName } from '#domain/values/reading/percent-unit.ts';
import { companyUnit, jobUnit } from '#domain/values/reading/count-words.ts';

/** A unit of counts or measures: a word and a power of ten. */
export interface CountUnit {
  readonly unit: string;
  readonly power: number;
}

const powers: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  亿: 8,
  億: 8,
  thousand: 3,
  million: 6,
  mn: 6,
};
const powerWords = Object.keys(powers).toSorted((a, b) => b.length - a.length);
const units: readonly (readonly [RegExp, string])[] = [
  [jobUnit, 'jobs'],
  [companyUnit, 'companies'],
  [
    /^(?:吨标准煤\/万元|吨标煤\/万元|標準炭トン\/万元|tce\/10k|tce per (?:cn¥|¥|rmb ?)?10,?000)$/i,
    'tce_per_10k',
  ],
  [
    /^(?:toe ?(?:\/|per) ?(?:mn|million)(?: of output)?|吨油当量\/百万(?:产值)?)$/i,
    'toe_per_million',
  ],
  [/^石油換算トン\/(?:生産額)?百万$/, 'toe_per_million'],
];
const energyUnits: readonly string[] = ['tce_per_10k', 'toe_per_million'];
/** Whether two units measure the same, so that a new indicator can have either. */
export const areEnergyUnits = (a: string, b: string): boolean =>
  energyUnits.includes(a) && energyUnits.includes(b);
const bracketPattern = /[([【〔]([^()[\]【】〔〕]{1,40})[)\]】〕]\s*$/;

/** Reads a unit of counts: 万人, thousand jobs, 家, %. Any other short word is a unit of its own. */
export function readCountUnit(raw: string): CountUnit {
  const text = readUnitName(raw.normalize('NFKC').trim());
  if (text === 'percent') return { unit: text, power: 0 };
  const countUnit = units.find(([words]) => words.test(text));
  if (countUnit !== undefined) return { unit: countUnit[1], power: 0 };
  const word = powerWords.find((one) => text.toLowerCase().startsWith(one) && text !== one);
  if (word === undefined) return { unit: text, power: 0 };
  return { unit: readCountUnit(text.slice(word.length)).unit, power: powers[word] ?? 0 };
}

/** Whether a unit is one that Headway knows, not any other short word. */
export const isKnownUnit = ({ unit }: CountUnit): boolean =>
  unit === 'percent' || units.some(([, id]) => id === unit);

/** Splits a unit in brackets off the end of a heading: 就业人数（万人）. */
export function splitCountUnit(heading: string): {
  readonly words: string;
  readonly unit?: CountUnit;
} {
  const text = heading.normalize('NFKC').trim();
  const inner = bracketPattern.exec(text)?.[1];
  if (inner === undefined) return { words: text };
  return { words: text.replace(bracketPattern, '').trim(), unit: readCountUnit(inner) };
}
