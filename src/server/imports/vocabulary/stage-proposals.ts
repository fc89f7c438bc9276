import { memoise } from '#server/core/memoise.ts';
import { simplify } from './traditional-characters.ts';
import { agencyStages, cancelled } from './agency-stages.ts';
import { writeInLatin } from './latin-letters.ts';
import { memoranda } from './memoranda.ts';
import { toPlainLetters } from './plain-letters.ts';
import { findWordKey, stageWords, statusWords } from './words.ts';

/**
 * Parts of words without accents for stages, each with the stage or status that it may mean:
 * Ukrainian, Serbian, Romanian, Greek, German, Dutch, Swedish, Persian, Hebrew, Arabic, Estonian,
 * Latvian, Lithuanian, and further English, Mongolian, Russian and Finnish. A permit for construction is no construction, so permits
 * come first.
 */
const stagesAbroad: readonly (readonly [RegExp, string | undefined])[] = [
  [/прекращ|цуцал|розірван|розторгн|revoked|فسخ/, 'terminated'],
  [
    /peatatud|apturet|keskeyt|заморож|призупинен|зупинен|αναστολη|opgeschort|stilgelegd|הוקפא|מוקפא|מושהה/,
    'on_hold',
  ],
  [/vetayty|вышел из|выход из проекта|відклик|відмов|renunt/, 'withdrawn'],
  [
    /registreeritud|\bregistret[as]\b|(?<!ne)iregistruot|разрешени\p{L}* (?:получ|выдан)|получен\p{L}* разрешени|бүртг|зөвшөөр|дозвіл|dozvol|ліценз|зареєстр|αδει|vergunning|vergund|היתר|רישיון|مجوز|consent/u,
    'registered',
  ],
  [
    /tootab|tegutseb|\bdarbojas|tuotannossa|toiminnassa|kaytossa|запущен|ашиглалт|үилдвэрлэж эхэл|експлуатац|працює|функціон|functional|λειτουργ|operationeel|בתפעול|הופעל|פעיל|بهره.?برداري|بدأ.*إنتاج|production (?:has )?(?:started|commenced|begun)/,
    'operation',
  ],
  [
    /ehitamisel|ehituses|tiek buvet|rakenteilla|rakennusvaihe|rakennetaan|стро[ий]к|пусконалад|баригд|барьж|izgradnj|gradi se|будівництв|будується|lucrari|בבניי?ה|בהקמה|در حال ساخت|احداث/,
    'construction',
  ],
  [
    /labiraakimi|\bsarunas|\bderyb|neuvottelu|aiesopimus|хэлэлц|avsiktsforklaring|hensigtserklaering|intensjonsavtale|intentieverklaring|pismo o nameri|переговор|узгоджен|onderhandel|מו"מ|משא ומתן|مذاكره|discussion/,
    'negotiation',
  ],
  [
    /allkirjastatud|parakstit|allekirjoitettu|unterzeichnet|unterschrieben|ondertekend|undertecknat|underskrevet|undertegnet|signert|signerat|заключ[её]н\p{L}* (?:договор|соглашени)|гэрээ баигуул|гарын үсэг|підписан|укладен|semnat|getekend|beurkundet|kaufvertrag|נחתם|חתום|قرارداد|(?:agreement|lease|deed) executed|potpisan|potpisiv/u,
    'signed',
  ],
  [
    /\bparing|pieprasijum|uzklaus|инициатив|обращени|ідея|намір|заявк|intentie|ενδιαφερ|verkenning|orientatie|initiatief|רעיון|תכנון|פנייה|متقاضي|درخواست/,
    'lead',
  ],
];

/** Words that say that a step is under way, without the step. Alone they mean construction. */
const underWay =
  /in corso|en cours|in curs|en curso|em andamento|em curso|andamento|laufend|igangv|pagaende|lopend|trwa|probiha|prebieha|u tijeku|folyamat|εξελιξ|devam|berjalan|กำลัง|추진|진행|ongoing|in progress|under ?way/;

/**
 * Parts of words, without accents, with the stage or status that they may mean. The first match is
 * the proposal.
 */
const proposals: readonly (readonly [RegExp, string | undefined])[] = [
  // an application, or a signing that is still to come, is not a completed step
  [
    /\b(?:not|nicht|niet|ikke|inte)\b.*(?:signed|unterzeichnet|unterschrieben|ondertekend|undertecknat|underskrevet|undertegnet|signert|signerat)|\b(?:nie|ne|nav )(?:pasiras|parakst|podpis|podeps|potpis|semnat)|allkirjastamata|\b(?:for|subject to) (?:[\p{L}-]+ ){0,3}(?:approval|licen[cs]e|permit)|(?:en cours|in curs|e[mn] curso|in corso) d(?:e |i |'|')(?:autori|aprob|aprov|approv|avi[sz]|evalu|exam|instruc|licen)|neautoriz|^не |pending|awaiting|en tramite|a l'instruction|in prufung|beantragt|applied|nao aprovad|no aprobad|待批|待审|审批中|申請中|申请中|심사|xin phep|не ?деиств|не ?функцион/u,
    undefined,
  ],
  [
    /rescind|terminat(?:ed|ion)|resili|gekundigt|解约|解約|解除|해지|расторг|odstoupen/,
    'terminated',
  ],
  [
    /متوقف|معلق|neutraliz|suspend|sospes|paraliz|on hold|paused|delayed|cham tien do|tam ngung|wstrzyma|pozastav|sustabd|obustav|felfugg|приостан|στασ|askida|durdur|tertunda|ditunda|tam dung|停|暂缓|保留|一時中止|暂时中止|중단|보류|pausad/,
    'on_hold',
  ],
  [
    /(?:cancel|called off|annul|drop)\p{L}* by (?:the )?(?:investor|company|developer|applicant)|(?:investor|company|developer|applicant) dropped|dropped out|(?:投资方|投资者|企业|公司|企業側?)(?:主动|自行|已|が|の都合(?:により|で)?)?(?:取消|中止|取りやめ)|منسحب|withdraw|abandon|rinunci|rezygnac|zrezygnow|rut (?:von|lui)|dau tu rut|odusta[lo]|visszavon|отказ|отозван|撤|철회|ingetrokken|nedlagt/u,
    'withdrawn',
  ],
  [
    /\b(?:rejected|declined|refused|turned down)\b(?! by (?:the )?(?:investor|company|developer|applicant))/,
    'rejected',
  ],
  [
    /ملغي|ملغى|ملغاة|cancel|called off|annul|anulad|anulow|zrusen|atsauk|storn|abgebroch|abgesagt|avbrut|avbrutt|afbrudt|aflyst|avlyst|peruttu|torolve|отмен|скасован|ακυρω|iptal|batal|dropped|huy bo|da huy|ยกเลิก|見送|取りやめ|打ち?切|不成立|落空|作罢|キャンセル|取消|中止|취소|בוטל|لغو/,
    cancelled,
  ],
  ...agencyStages,
  [
    /finalizad|finalizat|terminad[ao]|termine|complet|conclu|concluid|asseverat|liquidat|ultimat|finished|delivered|acheve|livre|abgeschlossen|fertiggestellt|beendet|afslutt?et|avslutad|faerdig|ferdig|fardigstalld|gerealiseerd|opgeleverd|voltooid|afgerond|zakoncz|ukoncz|dokonc|ukonc|baigt|igyvendint|zavrsen|dovrsen|befejez|megvalosult|lezar|заверш|сдан|выполнен|деиству|функцион|в эксплуатации|введен|tamamla|bitti|incheiat|ολοκληρ|selesai|hoan thanh|แล้วเสร็จ|竣工|完工|建成|完成|完了|완료|준공|완공|가동|valmis|zrealizowan|تشغيل|منتج|مكتمل|operasi komersial|beroperasi|uretimde|uretime gec/,
    'operation',
  ],
  [/ออกบัตรส่งเสริม/, 'registered'],
  [
    /قيد الإنشاء|تحت الإنشاء|قيد التنفيذ|조성|ejecucion|en obra|construc|construi|realizz|realiz(?:ac|uj)|avviat|vykdom|строит|реализ|κατασκευ|insaat|pelaksana|dang thuc hien|dang trien khai|施工|工事|在建|implementa|bygg|opfor|aanbouw|uitvoer/,
    'construction',
  ],
  // parties also sign memoranda, letters of intent and frameworks, but only a contract makes a
  // project signed
  [memoranda, 'negotiation'],
  [
    /تفاوض|مفاوضات|protocolo de inten|protocollo d'intes|licita|negotiat|negocia|negocier|negocj|negosias|negozia|ofertas|talk|tender|verhandl|przetarg|rokowan|pregovor|переговор|διαπραγμ|ihale|gorus|谈|商談|交渉|협의|협상/,
    'negotiation',
  ],
  [
    /موقع|تم التوقيع|تعاقد|tahsis|adjudic|contrat|firma[dt]|signed|podpis|ditandatangan|pasiras|alair|подписан|υπογρα|imzalan|assinad|da ky|签|契約|계약|협약/,
    'signed',
  ],
  [
    /مرخص|ترخيص|موافقة|approv|ammess|aprob|aprov|genehmig|bewillig|godk|goedgek|zatwierdz|schval|patvirtin|odobren|jovahagy|одобр|утвержд|εγκρι|onay|disetujui|phe duyet|cap giay chung nhan|cap phep|核准|批复|승인/,
    'registered',
  ],
  [
    /دراسة|مقترح|مخطط|proyecto|inicial|planning|plan|idea|projet|progett|priprav|priprem|przygotow|zapytani|rengi|elokesz|terv|подготов|σχεδια|μελετ|siap|rencana|chuan bi|储备|谋划|规划|検討|計画|構想|예정|계획|voorbereid|planlag|design|preparat|feasib/,
    'lead',
  ],
  ...stagesAbroad,
  [underWay, 'construction'],
];
/** Stages that a step reaches when it ends: a signing under way is no signing. */
const reachedAtEnd: ReadonlySet<string | undefined> = new Set(['signed', 'registered']);

/**
 * Finds the meaning of an unknown word: a stage, a status or `cancelled`. Persian letters are read as
 * Arabic ones, and traditional characters as simplified ones too. Serbian and Macedonian words count
 * in Latin letters.
 */
function findMeaning(word: string): string | undefined {
  const text = toPlainLetters(word).replaceAll('ی', 'ي').replaceAll('ک', 'ك');
  const simpleText = simplify(text);
  const match = proposals.find(([part]) => part.test(text) || part.test(simpleText));
  if (reachedAtEnd.has(match?.[1]) && underWay.test(text)) return undefined;
  const latin = match === undefined ? writeInLatin(word) : undefined;
  return latin === undefined ? match?.[1] : findMeaning(latin);
}

/** Proposes the stage or status of an unknown word. @returns undefined without a proposal */
export function proposeStage(word: string): string | undefined {
  const meaning = findMeaning(word) ?? findMeaningOfPart(word);
  return meaning === cancelled ? undefined : meaning;
}

/**
 * Finds the stage or status that a word in two languages names in one of them, as Анхны санал (Lead).
 * @returns undefined also if its parts mean different ones
 */
function findMeaningOfPart(word: string): string | undefined {
  const meanings = new Set(
    word
      .split(/[()（）/／]/)
      .slice(0, 4)
      .map((part) => part.trim())
      .filter((part) => part !== '' && part !== word)
      .flatMap((part) => findWordKey(stageWords, part) ?? findWordKey(statusWords, part) ?? []),
  );
  return meanings.size === 1 ? [...meanings][0] : undefined;
}

/**
 * Whether a word says that a project was called off, but not who did it. No status is proposed for
 * it: the file does not say whether the investor withdrew or the zone declined.
 */
export const isCancellation = memoise((word: string) => findMeaning(word) === cancelled);
