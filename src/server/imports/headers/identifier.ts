/** A name of a program, with a unit in brackets or without: total_investment, startDate (UTC). */
const identifier = /^([A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*)(\s*[([].*)?$/;

/**
 * Writes a name of a program as words: totalInvestmentUSD, total.investment.usd and
 * Total_Investment-USD are the words of total investment USD.
 * @returns undefined for one word, and for a text that is no such name
 */
export function spellOut(header: string): string | undefined {
  const [, name = '', rest = ''] = identifier.exec(header.trim()) ?? [];
  const words = name
    .replaceAll(/[._-]+/g, ' ')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ');
  return words === name ? undefined : words + rest;
}
