/** Capitalises the first letter of words at the start of a line. Chinese and Japanese stay. */
export const sentenceStart = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1);

/**
 * Common words with which the name of an indicator can begin. Any other first word may be a proper
 * name or an abbreviation, as Japanese or GDP, and keeps its capital.
 */
const commonWords = [
  'Active|Actual|Annual|Area|Average|Capacity|Capital|Companies|Completed|Contracted',
  'Electricity|Emissions|Employees|Employment|Energy|Enterprises|Export|Exports|Firms|Fixed',
  'Floor|Foreign|Gross|Import|Imports|Industrial|Infrastructure|Investment|Investors|Jobs',
  'Land|Leased|Leases|Local|Net|New(?= \\p{Ll})|Newly|Number|Occupancy|Occupied|Output|Patents|Payroll',
  'Power|Projects|Registered|Research|Revenue|Sales|Share|Skilled|Staff|Tax|Taxes|Tenants',
  'Total|Trade|Training|Turnover|Utili[sz]ed|Value|Wages|Water|Women|Workers',
];
const common = new RegExp(`^(?:${commonWords.join('|')})(?![\\p{L}&])`, 'u');
/**
 * Writes a name inside an English sentence: in lower case where its first word is a common word.
 */
export const midSentence = (name: string): string =>
  common.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/**
 * A name of Chinese or Japanese text in front of a year or a value: one that ends in digits or in
 * letters of another script takes a space, as in Jobs 119,500人.
 */
export const nameBeforeValue = (name: string): string =>
  /(?:\)|\p{Nd}|(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])[\p{L}\p{M}])$/u.test(name)
    ? `${name} `
    : name;

/** Marks that end a sentence, with quotation marks and brackets behind them. */
const ended = /[.!?…。！？][\p{Pf}\p{Pe}"']*$/u;
const endsInCjk = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー。！？）」』】]$/u;

/**
 * Writes a text of a person in front of another sentence: with a full stop, unless a mark ends it,
 * and with a space, except after Chinese or Japanese text.
 */
export function beforeSentence(text: string): string {
  const words = text.trim();
  if (words === '') return '';
  const isCjk = endsInCjk.test(words);
  const sentence = ended.test(words) ? words : `${words}${isCjk ? '。' : '.'}`;
  return isCjk ? sentence : `${sentence} `;
}
