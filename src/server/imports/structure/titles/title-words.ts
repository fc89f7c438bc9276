const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/**
 * Words without accents for lists of projects: English, Spanish, Portuguese, Italian, French,
 * German, Polish, Czech, Turkish, Indonesian, Vietnamese, Swedish, Serbian, Russian, Arabic.
 */
const listWords = words(
  `investment investments investor investors project projects company companies register registers registry list
  ledger pipeline progress report overview status summary monthly annual quarterly data tracker tracking
  portfolio update table schedule inventory database tenants
  cartera registro lista listado relacion inventario proyecto proyectos inversion inversiones inversores
  seguimiento informe estado avance cuadro resumen actualizacion
  carteira projeto projetos projecto projectos investimento investimentos investidores acompanhamento
  relatorio relacao situacao quadro painel posicao
  elenco progetto progetti investimenti investitori monitoraggio avanzamento riepilogo situazione
  suivi projet projets investissement investissements investisseurs tableau liste registre portefeuille
  etat avancement rapport bilan situation
  projektliste projektregister projektubersicht projekt projekte investitionen investitionsregister
  investorenliste investitionsprojekte ansiedlungen ubersicht bericht verzeichnis stand
  rejestr wykaz projekty projektow inwestycja inwestycji inwestycje inwestycyjnych inwestorow zestawienie raport
  stan seznam projektu investic prehled
  yatirim yatirimlar yatirimci yatirimcilar proje projeler projeleri listesi takip tablosu raporu durumu itibariyla
  daftar proyek investasi laporan rekapitulasi perkembangan realisasi tabel posisi
  danh muc du an dau tu tinh hinh thuc hien cac bao cao tong hop theo doi tien do bang tinh den ngay nam thang
  projektoversikt investeringar investeringsprojekt projektlista oversikt foretag
  pregled projekti projekata investicija ulaganja spisak registar
  преглед пројекти пројеката инвестиција списак регистар
  реестр список перечень проект проекты проектов инвестиционных инвестиций резидентов отчет
  سجل المشاريع مشاريع قائمة الاستثمار الاستثمارية المستثمرين تقرير متابعة بيان`,
);
/** Words that join a list with the name of a place. */
const links = words(
  'of for in as at by from to de do da dos das del al di dei degli delle della dell du des d au aux von vom des im am zum per w we na dla z tai cua в на по tahun rok roku r yili',
);
const articles = words('the la el los las le les l il lo i gli der die das das');
/** Words for kinds of zones. */
const kinds = words(
  `zone zona zonas zones park parks parc parco parque port puerto porto polo distrito district kawasan khu kcn kkt
  bolgesi osb strefa strefy strefie parku estate freeport sez epz ftz gewerbegebiet gewerbepark industriepark
  industripark foretagspark naringspark chemiepark technologiepark technopark technopole poligono area areas парк зона оэз сэз منطقة المنطقة المدينة`,
);

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đłıø]/g, (letter) => ({ đ: 'd', ł: 'l', ı: 'i', ø: 'o' })[letter] ?? letter);

/** The words of a text, without marks. An apostrophe ends a word: d'Ampère. */
const splitWords = (text: string): readonly { readonly text: string; readonly key: string }[] =>
  [...text.matchAll(/[\p{L}\p{M}\d]+(?:[-.&][\p{L}\p{M}\d]+)*['’]?/gu)].map(([word]) => ({
    text: word,
    key: fold(word.replace(/['’]$/, '')),
  }));

const isNumber = (key: string): boolean => /^\d+$/.test(key);

/**
 * Counts the words at one end that describe a list, with the links and articles next to them.
 * @param before - the word before the first one. A name may begin with a link, but not end with one
 */
function countListWords(keys: readonly string[], before = ''): number {
  let count = 0;
  let last = before;
  for (const [at, key] of keys.entries()) {
    const isLink = last !== '' && links.has(key);
    const isArticle = links.has(last) && articles.has(key);
    if (!listWords.has(key) && !isNumber(key) && !isLink && !isArticle) break;
    count = at + 1;
    last = key;
  }
  return count;
}

/**
 * Removes the words for lists at the beginning and at the end of a part of a title.
 * @returns the rest as written; the empty text for a part with only such words
 */
export function stripListWords(part: string): string {
  const all = splitWords(part);
  const keys = all.map(({ key }) => key);
  const head = countListWords(keys);
  const tail = countListWords(keys.slice(head).toReversed(), 'list');
  const first = all[head]?.text;
  const last = all[all.length - 1 - tail]?.text;
  if (first === undefined || last === undefined || head + tail >= all.length) return '';
  if (head === 0 && tail === 0) return part.trim();
  const from = all.slice(0, head).reduce((at, { text }) => part.indexOf(text, at) + text.length, 0);
  const to = all
    .slice(all.length - tail)
    .reduceRight((at, { text }) => part.lastIndexOf(text, at - 1), part.length);
  return part.slice(from, to).replace(/^[^\p{L}\d«"]+|[^\p{L}\p{M}\d»"]+$/gu, '');
}

/** Whether a part of a title has a word for zones. */
export const namesKind = (part: string): boolean =>
  splitWords(part).some(({ key }) => kinds.has(key));
