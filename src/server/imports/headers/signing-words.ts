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
/** Years: a column of them has dates of year precision. */
const yearWords = words(
  'year año ano année anno jahr jaar rok rocznik yıl yılı tahun năm год рік an anul έτος سنة שנה år',
);
const linkWords = words(
  'of the for de del della du des da do di la el le les l van het des der w na of la da στην της του',
);

/** Years of signing in German, which compounds name, and in languages without blanks. */
const signingYear =
  /^(?:vertrags(?:schluss)?|unterzeichnungs)jahr$|^(?:签约|签订|签署|合同|契約|調印|協定|協定締結|立地協定|계약|협약)(?:签订|체결)?(?:年|年份|年度|연도|년도)$/u;

/** Contracts of German, which compounds name: Kaufvertrag, Erbbaurechtsvertrages. */
const isGermanContract = (token: string): boolean => /vertrag(?:e?s)?$/.test(token);

/**
 * Whether a header names the day or the year of a signature with all of its words: Date of signing
 * of the contract, Data semnării contractului, Contract year, 签约年份.
 */
export function namesSigning(header: string): boolean {
  const tokens = foldHeader(header);
  const has = (list: ReadonlySet<string>): boolean => tokens.some((token) => list.has(token));
  if (tokens.length === 1 && signingYear.test((tokens[0] ?? '').normalize('NFC'))) return true;
  const lists = [signingWords, contractWords, dateWords, yearWords, linkWords];
  const namesContract = has(contractWords) || tokens.some(isGermanContract);
  return (
    (has(signingWords) || (namesContract && (has(dateWords) || has(yearWords)))) &&
    tokens.every((token) => isGermanContract(token) || lists.some((list) => list.has(token)))
  );
}
