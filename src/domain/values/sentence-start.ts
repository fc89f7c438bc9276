/** Capitalises the first letter of words at the start of a line. Chinese and Japanese stay. */
export const sentenceStart = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1);

/**
 * Common nouns with which the name of an indicator can begin. Any other first word may be a proper
 * name or an abbreviation, as Japanese or GDP, and keeps its capital.
 */
const common =
  /^(?:Annual|Companies|Contracted|Employees|Employment|Energy|Enterprises|Exports|Firms|Fixed|Floor|Foreign|Imports|Industrial|Infrastructure|Investment|Jobs|Land|Number|Output|Patents|Projects|Registered|Research|Revenue|Sales|Staff|Tax|Taxes|Total|Utili[sz]ed|Value|Water|Workers)(?![\p{L}&])/u;
/**
 * Writes a name inside an English sentence: in lower case where its first word is a common noun.
 */
export const midSentence = (name: string): string =>
  common.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/**
 * A name of Chinese or Japanese text in front of a year or a value: one that ends in Latin letters
 * or digits takes a space, as in Jobs 119,500人.
 */
export const nameBeforeValue = (name: string): string =>
  /[\p{Script=Latin}\p{Nd})]$/u.test(name) ? `${name} ` : name;
