import { foldHeader, plannedWords } from './milestone-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Investment, without accents: the languages of milestones, and Czech, Dutch and Danish. */
const investmentWords = words(
  'investment investments inversion inversiones investimento investimentos investimenti investissement investissements investition investitionen inwestycja inwestycji inwestycje investice investic investering investeringen investeringer yatirim yatirimi investasi capex',
);
/** Words for a sum, and words between, which say nothing more about it. */
const otherWords = words(
  'amount value volume sum size cost total overall monto importe valor volumen coste costo custo montant valeur cout importo valore summe wert kosten wartosc kwota koszt castka hodnota bedrag tutar tutari bedeli nilai jumlah project projects proyecto projet projeto progetto projekt projektu of the for de del la el do da di du des der le l il in para pour',
);

/** Whether a header names the planned investment or an investment without saying which. */
export type HeaderInvestment = 'planned' | 'unspecified';

/**
 * Finds an investment in a header by all of its words: Inversión estimada, Valor do investimento
 * previsto, Wartość inwestycji.
 * @returns undefined if the header has another word, as actual or foreign, or no word for investment
 */
export function findHeaderInvestment(header: string): HeaderInvestment | undefined {
  const tokens = foldHeader(header);
  const lists = [investmentWords, otherWords, plannedWords];
  if (!tokens.some((token) => investmentWords.has(token))) return undefined;
  if (!tokens.every((token) => lists.some((list) => list.has(token)))) return undefined;
  return tokens.some((token) => plannedWords.has(token)) ? 'planned' : 'unspecified';
}
