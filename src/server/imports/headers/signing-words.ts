import { foldHeader } from './milestone-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(foldHeader(list));

/** Words for a signature, in the languages of milestones and eight more. */
const signingWords = words(
  'signing signature signatures signed firma suscripción assinatura unterzeichnung vertragsabschluss vertragsunterzeichnung ondertekening podpisania podpisu podpisem imza imzalanma penandatanganan ký підписання подписания semnării semnare υπογραφή υπογραφής توقيع التوقيع التعاقد חתימה חתימת underskrift undertecknande',
);
const contractWords = words(
  'contract contracts agreement agreements convenio contrato acuerdo acordo contratto accordo contrat accord convention vertrag vertrages overeenkomst contractului acordului договору договора угоди соглашения umowy smlouvy sözleşme perjanjian kontrak hợp đồng σύμβασης συμφωνίας عقد العقد قرارداد הסכם חוזה avtal avtals kontrakt',
);
const dateWords = words(
  'date day data fecha datum tarih tarihi tanggal ngày дата день ημερομηνία ημ νία تاريخ تاریخ תאריך',
);
const linkWords = words(
  'of the for de del della du des da do di la el le les l van het des der w na of la da στην της του',
);

/** Contracts of German, which compounds name: Kaufvertrag, Erbbaurechtsvertrages. */
const isGermanContract = (token: string): boolean => /vertrag(?:e?s)?$/.test(token);

/**
 * Whether a header names the day of a signature with all of its words: Date of signing of the
 * contract, Data semnării contractului, Дата підписання договору.
 */
export function namesSigning(header: string): boolean {
  const tokens = foldHeader(header);
  const has = (list: ReadonlySet<string>): boolean => tokens.some((token) => list.has(token));
  const lists = [signingWords, contractWords, dateWords, linkWords];
  const namesContract = has(contractWords) || tokens.some(isGermanContract);
  return (
    (has(signingWords) || (namesContract && has(dateWords))) &&
    tokens.every((token) => isGermanContract(token) || lists.some((list) => list.has(token)))
  );
}
