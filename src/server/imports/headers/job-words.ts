import { foldHeader } from './milestone-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(foldHeader(list));

const englishWords = words('jobs job employment workers workforce manpower headcount positions');
/** Words for jobs in the other languages of milestones, and ten more. */
const foreignWords = words(
  'empleo empleos puestos trabajo trabajadores emprego empregos postos trabalho occupazione posti lavoro addetti emploi emplois postes travail arbeitsplätze beschäftigte stellen arbeidsplaatsen banen werkgelegenheid miejsca miejsc pracy zatrudnienie pracovní místa míst locuri muncă робочих робочі місць місця зайнятість рабочих рабочие мест места занятость θέσεις θέσεων εργασίας απασχόληση istihdam tenaga kerja lao động فرص عمل العمل الوظائف وظائف عمالة العمالة اشتغال משרות arbejdspladser arbeidsplasser arbetstillfällen arbetsplatser jobb radna radnih zaposlenih',
);
/** Words that say that jobs are still to come. */
const plannedWords = words(
  'planned projected expected proposed potential estimated target new created create creation generate generated generation direct previstos previstas nuevos nuevas directos estimados generados crear novos novas diretos previsti previste nuovi nuove directs prévus nya nye novih nova planiranih planirana créer créés geplant geplante neue neuen nieuwe verwachte planowane nowe planowana nová nových create noi створені створено створюваних нових планові новые создаваемых планируемые νέες νέων προβλεπόμενες öngörülen planlanan yeni rencana baru dự kiến متوقعة المتوقعة الجديدة المباشرة',
);
const actualWords = words(
  'existing current actual present filled existentes actuales atuais attuali actuels existants bestehende vorhandene bestaande istniejące stávající existente наявні наявних існуючі существующие υφιστάμενες υφισταμένων mevcut saat ini hiện có القائمة الحالية',
);
const otherWords = words(
  'number no nos count total of the for in persons número numero nombre anzahl aantal liczba počet număr numărul кількість количество число αριθμός sayısı jumlah số عدد تعداد mesta mjesta broj antal operación operação operativa permanente permanentes de da do di du des la el le les к на w to be של',
);

/** Labour, whose words alone mean works: mano de obra, main-d'œuvre. */
const labour =
  /\b(?:mano de obra|mão[ -]de[ -]obra|manodopera|main[ -]d['’](?:œ|oe)uvre)(?!\p{L})/iu;

/** Whether the jobs that a header names are planned or filled, and whether it says so. */
export interface HeaderJobs {
  readonly field: 'jobs_plan' | 'jobs_actual';
  readonly isSure: boolean;
}

/**
 * Finds jobs in a header by all of its words: Employment potential (Nos.), Locuri de muncă create,
 * Arbeitsplätze (geplant), Mano de obra operación. Abroad, a word for jobs alone most likely means
 * planned ones.
 * @returns undefined if the header has another word
 */
export function findHeaderJobs(header: string): HeaderJobs | undefined {
  const tokens = foldHeader(header.replace(labour, 'empleo'));
  const has = (list: ReadonlySet<string>): boolean => tokens.some((token) => list.has(token));
  const lists = [englishWords, foreignWords, plannedWords, actualWords, otherWords];
  if (!tokens.every((token) => lists.some((list) => list.has(token)))) return undefined;
  if (!has(englishWords) && !has(foreignWords)) return undefined;
  if (has(actualWords))
    return has(plannedWords) ? undefined : { field: 'jobs_actual', isSure: true };
  if (has(plannedWords)) return { field: 'jobs_plan', isSure: true };
  return has(englishWords) ? undefined : { field: 'jobs_plan', isSure: false };
}
