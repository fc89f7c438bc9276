import { companyUnit, jobUnit } from '#domain/values/reading/count-words.ts';
import {
  parseUnit as parseMoneyUnit,
  type AmountUnit as MoneyUnit,
} from '#domain/values/reading/unit.ts';

/** A unit of money with the text that names it. */
export interface AmountUnit extends MoneyUnit {
  readonly text: string;
}

/** Words of units after "in" and in other cases, as registers head their columns, by usual word. */
const inflectedWords = {
  '000':
    'hiljadama tisućama tysiącach tysięcy tisících tisoč tisočih хиљадама тысячах тисячах migliaia ribuan tusental duizenden tuhansissa ngàn χιλιάδες آلاف بآلاف بالآلاف',
  mln: 'milionima milijunima milionach milionech miliónoch milijonih милионима миллионах мільйонах jutaan miljoenen miljoonissa بالملايين بملايين',
  mrd: 'milijardama miliardach miliardách milijardah милијардама миллиардах мільярдах miliaran miljarden بالمليارات',
  euro: 'evra evrov eurų euroissa',
  дин: 'dinara',
  forint: 'forintban',
  US$: 'u$s',
} as const;
const usualWords: ReadonlyMap<string, string> = new Map(
  Object.entries(inflectedWords).flatMap(([usual, words]) =>
    words.split(' ').map((word) => [word, usual]),
  ),
);
/** Writes a unit in usual words without a preposition: u milionima evra becomes mln euro. */
const writeUsualWords = (text: string): string =>
  text
    .replace(/^(?:[uvwу]|în|dalam)\s+/iu, '')
    .replace(/[\p{L}\p{M}$]+/gu, (word) => usualWords.get(word.toLowerCase()) ?? word);

/**
 * Parses a unit of money.
 * @returns undefined for any other text, also for the English word "won" alone, for a bare number,
 * and for 兆 alone, which is ambiguous
 */
export function parseUnit(raw: string): AmountUnit | undefined {
  const text = raw.trim();
  if (text === '' || text.length > 40 || /^(?:\d?|won)$/i.test(text)) return undefined;
  const unit = parseMoneyUnit(writeUsualWords(text));
  if (
    unit === undefined ||
    unit === 'ambiguous' ||
    (unit.power === 0 && unit.currency === undefined && unit.shared === undefined)
  )
    return undefined;
  return { ...unit, text };
}

/** M before the sign of a dollar or peso: M$ 1.500, MUS$. MM$ is always millions. */
const openMark = /(?<!\p{L})M(?:\s?|US)\$/u;
/** The mark before the number of a cell: M$ 1.500. After a number, as in 5 M$, it is millions. */
const leadingMark = /^M(?:\s?|US)\$\s*\d/u;
/** Whether an amount begins with a mark that is thousands in Chile and millions elsewhere. */
export const beginsWithOpenMark = (text: string): boolean => leadingMark.test(text);
/** Whether a unit has a mark that is thousands in Chile and millions in Canada: M$, MUS$. */
export const isThousandOrMillion = (text: string): boolean => openMark.test(text.normalize('NFKC'));

/**
 * Finds the power of ten that words of a file prove for M$: MM$ beside it, or thousands in words,
 * mean 10³; Canada and French mean 10⁶.
 * @returns undefined if nothing proves it
 */
export function proveMark(text: string): number | undefined {
  const isThousand =
    /(?<!\p{L})MM(?:\s?|US)\$|miles de (?:pesos|d[oó]lares)|thousands? of (?:pesos|dollars)/iu;
  const isMillion =
    /(?:millones|milh[oõ]es|millions?) (?:de |of )?(?:pesos|d[oó]lares|dollars)|canad|qu[eé]bec|montant|investissement|(?<!\p{L})(?:C\$|CAD)(?!\p{L})/iu;
  return isThousand.test(text) ? 3 : isMillion.test(text) ? 6 : undefined;
}

/** Whether a text is a unit of counts or shares, which changes no value. */
export const isPlainUnit = (text: string): boolean =>
  [/^(?:个|個|件|项|%|百分比)$/, jobUnit, companyUnit].some((words) =>
    words.test(text.normalize('NFKC').trim()),
  );
