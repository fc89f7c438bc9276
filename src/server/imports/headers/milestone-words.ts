import type { Field } from '#server/imports/vocabulary/synonyms.ts';

/** A milestone that a header may name by its words. */
type Event = 'start' | 'completion' | 'op' | 'full';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Words of headers without accents: English, Spanish, Portuguese, Italian, French, German, Polish,
 * Turkish, Indonesian, Vietnamese, Swedish.
 */
const events: Readonly<Record<Exclude<Event, 'full'>, ReadonlySet<string>>> = {
  start: words(
    'construction building works work site groundbreaking ground breaking obra obras trabajos construccion construcao travaux chantier lavori cantiere costruzione bau bauarbeiten baubeginn budowy robot insaat yapim konstruksi pembangunan khoi cong xay dung byggstart byggnation',
  ),
  completion: words(
    'completion complete completed finish finished handover delivery finalizacion terminacion conclusao termino fertigstellung livraison achevement completamento zakonczenia zakonczenie bitis tamamlanma penyelesaian selesai hoan thanh fardigstallande',
  ),
  op: words(
    'operation operations operational operating production opening open opened commissioning commissioned active live trading service explotacion operacion operaciones produccion apertura operacao producao abertura exploitation ouverture esercizio attivita produzione betrieb inbetriebnahme produktion produktionsbeginn eroffnung eksploatacji eksploatacja produkcji uruchomienia uruchomienie isletme isletmeye uretim uretime faaliyet acilis operasi produksi hoat dong van hanh san xuat drift driftstart driftsattning idrifttagning produktionsstart',
  ),
};
/** Words that make a header one of a plan. */
export const plannedWords = words(
  'planned plan projected expected scheduled estimated anticipated forecast target proposed previsto prevista prevu prevue geplant geplante geplanter planowany planowana planowane planowanego planlanan ongorulen rencana du kien planejado planejada previsao prevision previsione prognozowane prognozowany perkiraan proyectado proyectada programado programada estimado estimada estimated estime estimee stimato stimata geschatzt geschatzte szacowana szacunkowa odhadovana tahmini planerad planerat beraknad beraknat',
);
const actualWords = words(
  'actual since started commenced began begun opened commissioned completed finished real reel reelle reale realise realisee effective effectif effettivo effettiva efectivo efectiva tatsachlich tatsachlicher rzeczywisty rzeczywista gerceklesen realisasi thuc te desde depuis seit dal',
);
const beginWords = words(
  'start starts begin begins beginning commencement commence commences commencing launch inicio debut demarrage beginn avvio inizio entrada entree puesta marcha mise rozpoczecia rozpoczecie baslangic baslangici baslama gecis gecisi mulai bat dau go',
);
const endWords = words('end ends closing closure fin fine ende koniec bitis akhir ket');
const otherWords = words(
  'commercial comercial commerciale date day month year of on in into the for from at to data fecha datum dat tarih tarihi tanggal ngay de del della des di do da la le les el en em dei delle der des bei na phase',
);

/** Divides a header into words of lower case without accents. */
export const foldHeader = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đłıø]/g, (letter) => ({ đ: 'd', ł: 'l', ı: 'i', ø: 'o' })[letter] ?? letter)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

/** Capacity alone is a size. */
const fullCapacity = ['full', 'capacity'];

const kinds = Object.keys(events) as readonly (keyof typeof events)[];
const allWords = [
  ...Object.values(events),
  plannedWords,
  actualWords,
  beginWords,
  endWords,
  otherWords,
];

/** The event of a header: completion of construction is completion, the end of operation is none. */
function findEvent(tokens: readonly string[]): Event | undefined {
  const has = (list: ReadonlySet<string>): boolean => tokens.some((token) => list.has(token));
  const list = kinds.filter((event) => has(events[event]));
  if (has(endWords)) return list.includes('op') ? undefined : 'completion';
  if (list.includes('completion')) return list.includes('op') ? undefined : 'completion';
  if (list.length === 2) return 'op';
  return list[0] ?? (has(beginWords) ? 'start' : undefined);
}

/** A milestone that a header names. */
export interface HeaderMilestone {
  readonly field: Field;
  /** Whether the header says planned or actual. */
  readonly isSure: boolean;
  /** Whether it is one word for a thing, such as Production, which dates alone make a milestone. */
  readonly isBare: boolean;
}

/**
 * Finds the milestone that a header names with all of its words: Operation start date, Construction
 * begins, Fecha de inicio de operaciones, Planowane uruchomienie.
 * @returns undefined if the header has another word, or no event
 */
export function findHeaderMilestone(header: string): HeaderMilestone | undefined {
  const all = foldHeader(header);
  const isFull = fullCapacity.every((word) => all.includes(word));
  const tokens = isFull ? all.filter((token) => !fullCapacity.includes(token)) : all;
  if (tokens.length === 0 || !tokens.every((token) => allWords.some((list) => list.has(token))))
    return undefined;
  const event = isFull ? 'full' : findEvent(tokens);
  if (event === undefined) return undefined;
  const isPlanned = tokens.some((token) => plannedWords.has(token));
  const isActual = !isPlanned && tokens.some((token) => actualWords.has(token));
  return {
    field: `${event}_${isPlanned ? 'plan' : 'actual'}`,
    isSure: isPlanned || isActual,
    isBare: all.length === 1 && !isPlanned && !isActual,
  };
}
