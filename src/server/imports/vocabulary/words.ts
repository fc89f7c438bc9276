import { missingReason as domainReason } from '#domain/values/reading/number.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { AgreementType } from '#domain/projects/project.ts';
import { stages, type Stage, type Status } from '#domain/projects/stage.ts';
import { stripAccent } from '#server/imports/read/cell-text.ts';
import { writeInLatin } from './latin-letters.ts';
import { toPlainLetters } from './plain-letters.ts';
import { memoise } from '#server/core/memoise.ts';

/**
 * Stage words, separated by `；`, of registers of further countries, and more in the languages of
 * the main list. Each word means only one stage.
 */
const stageWordsAbroad: Readonly<Record<Stage, string>> = {
  lead: 'Érdeklődő；Planned；Planning；In planning；Planning stage；Proposed；Pre-construction；Feasibility；Feasibility study；Concept；Early stage；Planificado；Planificada；En planificación；En proyecto；Proyectado；Planifié；Planifiée；En projet；En préparation；Étude；En étude；Geplant；In Planung；In Vorbereitung；Planejado；Planeado；Planeada；Em planejamento；Em planeamento；Em estudo；In progettazione；Progettazione；Pianificato；Programmato；Planlagt；Under planlægning；Planlegging；Planerad；Planerat；Under planering；Gepland；In voorbereiding；Voorbereiding；Planowany；Planowane；W przygotowaniu；Plánováno；Plánovaný；V přípravě；Příprava；V príprave；Planuojama；Planuojamas；Rengiamas；Planiran；Planirano；U pripremi；Priprema；Előkészítés alatt；Tervezett；Tervezés alatt；Планируется；Планируемый；Планирование；Подготовка；В проработке；Planlanan；Planlanıyor；Planlama；În pregătire；Planificat；Σε σχεδιασμό；Υπό μελέτη；Σχεδιασμός；Penyiapan；Perencanaan；Direncanakan；計画中；計画；計画段階；構想；構想段階；規劃中；規劃；规划中；规划；拟建；前期谋划；Chuẩn bị đầu tư；Tiếp xúc ban đầu；Đang lập dự án；Chuẩn bị；กำลังวางแผน；อยู่ระหว่างวางแผน；계획；계획중；기획；Suunnitteilla',
  negotiation:
    "Tárgyalás alatt；Bidding；Tender；Tendering；In tender；Procurement；In procurement；Em licitação；Licitação；En licitación；Licitación；Appel d'offres；Ausschreibung；In gara；Udbud；I udbud；Upphandling；Under upphandling；Aanbesteding；Przetarg；W przetargu；Derybos；Pregovori；V jednání；Görüşmeler；Müzakere；İhale aşamasında；În licitație；Licitație；Negosiasi；Lelang；Đấu thầu；招标；招标中；入札中；입찰",
  signed:
    'Adjudicado；Adjudicada；Adjudicación；Contratado；Contratada；Contract awarded；Awarded；Zuschlag erteilt；Aggiudicato；Contrattualizzato；Ugovoren；Ugovoreno；Szerződött；Szerződéskötés；Umowa podpisana；Podpisana umowa；Pasirašyta；Semnat；Contractat；Συμβασιοποιημένο；İmzalandı；Sözleşme imzalandı；Avtal tecknat；Kontrakt indgået；Contract getekend；Smlouva podepsána；Заключен договор；Договор подписан；Ditandatangani；契約締結',
  registered:
    'Aprobado；Aprobada；Approuvé；Approuvée；Bewilligt；Aprovado；Aprovada；Approvato；Godkendt；Godkänd；Beviljad；Godkjent；Goedgekeurd；Vergund；Zatwierdzony；Schválen；Schváleno；Schválený；Patvirtinta；Patvirtintas；Odobren；Odobreno；Jóváhagyott；Bejegyzett；Bejegyezve；Одобрен；Утвержден；Onaylandı；Aprobat；Εγκεκριμένο；Εγκρίθηκε；Disetujui；Permitted；Consented；Planning permission granted；Consent granted；核准；已批复；批复；已核准立项；認可済；許可済；Được phê duyệt；Đã phê duyệt；อนุมัติแล้ว；승인；승인완료',
  construction:
    'En obra；En obras；En construcción；Em execução；Em construção；En construction；In Ausführung；In Umsetzung；In Durchführung；Under implementation；Implementation；In implementation；Under development；Under opførelse；Under byggeri；Under bygging；Under byggnad；Under byggnation；Pågående byggnation；Byggnation；In aanbouw；In uitvoering；W budowie；W realizacji；W trakcie realizacji；Realizowany；V realizaci；Ve výstavbě；Realizace；Výstavba；V realizácii；Vo výstavbe；Statomas；Statoma；U provedbi；U izgradnji；Provedba；Megvalósítás alatt；Kivitelezés alatt；Építés alatt；Kivitelezés；Реализуется；В реализации；В процессе реализации；Идет строительство；СМР；Yapım aşamasında；İnşa halinde；Yapım；În execuție；În construcție；În implementare；Execuție；Υπό κατασκευή；Υπό υλοποίηση；Κατασκευή；Konstruksi；Dalam konstruksi；Tahap konstruksi；Pembangunan；建設工事中；施工段階；兴建中；建设；在建设；Đang thi công xây dựng；Đang triển khai thi công；Khởi công；ดำเนินการก่อสร้าง；ก่อสร้าง；시공중；공사；건설；Rakenteilla；En ejecución；Ejecución；In esecuzione；In realizzazione',
  operation:
    'Commissioned；In service；In use；En funcionamiento；En servicio；Operando；En operation；Mis en service；Em serviço；In funzione；I drift；Idriftsat；I bruk；In bedrijf；In gebruik；W eksploatacji；Działa；V provozu；V prevádzke；Veikia；Eksploatuojamas；U radu；U funkciji；Működik；Üzemel；В эксплуатации；Введен；Введён в эксплуатацию；Работает；İşletmede；İşletme；Faal；În funcțiune；În exploatare；Σε λειτουργία；Beroperasi；Operasi；Sudah beroperasi；運転中；運用中；稼働；供用中；開業済；运行；运行中；Đã vận hành；Đang vận hành；เปิดดำเนินการแล้ว；ดำเนินกิจการ；Käytössä',
  full_capacity:
    'Teljes kapacitáson；Teljes kapacitás；Plena capacidad；Pełna moc；Plný provoz；Полная мощность；Tam kapasite；Kapasitas penuh；Full drift',
};

/**
 * Words of registers in Chinese, Japanese and English, separated by `；`. `normaliseWord` removes
 * width, case, blanks and punctuation. The whole word must match, so that a longer phrase with
 * another meaning does not.
 */
const usualStageWords: Readonly<Record<Stage, string>> = {
  lead: "투자의향；검토중；검토；En estudio；有效线索；线索；储备；储备项目；谋划；谋划储备；意向；有意向；研判；有望案件；引合い；見込み；Qualified lead；Lead；Prospect；Reserve；Idea；Intention；Intention d'implantation；Idée；À l'étude；Interessent；Anfrage；Prospecção；Contatto；Intentionsbekundung；Qualified；Qualification；Prospecting；Needs analysis；Discovery；Quan tâm；Tìm hiểu；발굴；관심；관심기업；Идея；Прединвестиционная",
  negotiation:
    '협의중；협상중；En negociación；Đang đàm phán；อยู่ระหว่างเจรจา；在谈；洽谈；洽谈中；在谈项目；跟踪；跟踪洽谈；商谈；谈判；協議中；商談中；商談；交渉中；検討中；In negotiation；Negotiation；Negotiating；In talks；In dialogue；Under negotiation；En négociation；Négociation；En discussion；En cours de négociation；Verhandlung；In Verhandlung；Em negociação；Negociação；In trattativa；Trattativa；Proposal；Proposal/Price Quote；Value proposition；Negotiation/Review；Verbal agreement；Shortlisted；상담중；상담；MOU체결；양해각서 체결；Đang thương thảo；Đang làm việc；Переговоры；洽談中；洽談；在談；Görüşme aşamasında',
  signed:
    '협약체결；계약체결；Firmado；Đã ký kết；ลงนามแล้ว；協定締結；協定締結済；已签约；签约；已签约正式协议；已签约(正式协议)；正式签约；签约未开工；已签订协议；契約締結済；契約済；契約済み；締結済；調印済；Signed；Signed (binding)；Contract signed；Committed；Signé；Signée；Contrat signé；Convention signée；Unterzeichnet；Vertrag unterschrieben；Assinado；Contrato assinado；Firmato；Contratto firmato；Closed won；Won；입주계약；분양계약；투자협약；협약완료；Đã ký；Đã ký hợp đồng；Подписан；Соглашение подписано；已簽約；簽約',
  registered:
    '법인설립；Đã đăng ký；Đã cấp phép；จดทะเบียนแล้ว；已注册立项；注册；已注册；立项；已立项；注册立项；已备案；已核准；前期手续；设立登记；設立登記・届出済；設立済；登記済；届出済；Registered and filed；Registered；Company registered；Approved；Filed；Established；Immatriculé；Société créée；Autorisé；Permis obtenu；Genehmigt；Gegründet；Registrado；Licenciado；Autorizzato；用地取得済；用地取得；등록완료；인허가완료；사업승인；Đã cấp phép, chưa triển khai；Đã cấp GCNĐKĐT；Đã được cấp phép；Зарегистрирован；已設立；設廠核准',
  construction:
    '공사중；건설중；착공；Đang xây dựng；Đang thi công；กำลังก่อสร้าง；อยู่ระหว่างก่อสร้าง；开工在建；在建；已开工；开工；建设中；开工建设；施工；施工中；在建项目；動工；着工・建設中；着工；着工済；建設中；工事中；Under construction；Construction；Building；Started；In construction；En travaux；Travaux en cours；En construction；Chantier；En chantier；Im Bau；In Bau；Em construção；Em obras；In costruzione；Lavori in corso；착공완료；공사착공；Đang triển khai xây dựng；Đang triển khai；Строительство；Строится；В стадии строительства；興建中；建廠中；İnşaat halinde；İnşaat',
  operation:
    '가동중；운영중；En operación；Đang hoạt động；เปิดดำเนินการ；已投产运营；投产；已投产；运营；已运营；投产运营；投入运营；竣工投产；开业；已开业；操業中；操業；稼働中；営業中；開業；In operation；Operation；Operating；Operational；In production；Opened；En service；En activité；En exploitation；Ouvert；In Betrieb；Em operação；Em funcionamento；In esercizio；Operativo；운영；가동；입주완료；Đã hoạt động；Đi vào hoạt động；Đã đi vào hoạt động；Действует；Эксплуатация；Введен в эксплуатацию；Реализован；已營運；營運中；已投產；Faaliyette',
  full_capacity:
    '已达产；达产；达效；达产达效；满产；フル稼働；フル稼働中；At design capacity；Full capacity；Full production；Pleine capacité；Vollauslastung；Capacidade plena；A regime；정상가동',
};
/** All stage words by stage. */
export const stageWords: Readonly<Record<Stage, string>> = Object.fromEntries(
  stages.map((stage) => [stage, `${usualStageWords[stage]}；${stageWordsAbroad[stage]}`]),
) as Record<Stage, string>;
export const statusWords: Readonly<Record<Status, string>> = {
  active:
    '推进中；正常；正常推进；进行中；进展顺利；跟进中；有效；進行中；継続；推進中；Active；Ongoing；On track；Open；In progress；Live',
  on_hold:
    '보류；Suspendido；Tạm dừng；暂缓；暂停；搁置；停滞；延期；一时中止；暂时中止；一時中止；保留；保留中；一時停止；休止；On hold；Paused；Suspended；Dormant；Delayed；Hold；En attente；Suspendu；En pause；Ruht；Zurückgestellt；Em espera；Suspenso；Sospeso；일시중단；Tạm ngừng；Tạm hoãn；Приостановлен；暫緩；Askıda',
  withdrawn:
    '철회；Desistido；投资方撤回；撤回；投资方退出；放弃；投资方放弃；取下げ；取下げ(投資者側)；辞退；Withdrawn by investor；Withdrawn；Abandoned；Dropped out；Abandonné；Abandonnée；Retiré；Zurückgezogen；Aufgegeben；Abandonado；Rinunciato；Ritirato；포기；투자포기；Rút lui；已撤案',
  lost: '流失至其他地区；流失；落户他处；落户外地；他地域へ決定；失注；他地域決定；Lost to another location；Lost；Perdu；Implanté ailleurs；Verloren；Perdido；Perso；Closed lost；유출；타지역유치',
  rejected:
    '不予引进；否决；未通过；淘汰；不採択；却下；不採用；Declined by the zone；Declined；Rejected；Refused；Refusé；Abgelehnt；Recusado；Respinto；Bị từ chối；부적격',
  terminated:
    '协议终止；解约；终止；已终止；解除；合同解除；契約解除；解約；Agreement terminated；Terminated；Rescinded；Résilié；Gekündigt；Rescindido；Risolto；Đã thu hồi；Thu hồi；Đã chấm dứt；Chấm dứt hoạt động；협약해지；계약해지；Расторгнут',
  closed:
    '退出；已退出；关闭；注销；撤退；閉鎖；廃止；Closed；Closed after operation；Exited；Fermé；Geschlossen；Stillgelegt；Encerrado；Chiuso；Ngừng hoạt động；폐업',
  unlisted:
    '新台账中已无；已不在台账；移出台账；今回の一覧にない；一覧から除外；No longer listed；Left the list；Delisted；Removed from the list',
};
/**
 * Words for a project that was called off. They do not say who did it: the investor, the zone, or
 * both when they ended an agreement.
 */
const cancelledWords =
  'Dropped；Cancelled；Canceled；Cancelled project；Project cancelled；Called off；Cancelado；Cancelada；Anulado；Anulada；Annulé；Annulée；Abgebrochen；Abgesagt；Storniert；Annullato；Annullata；取消；已取消；中止；已中止；計画中止；取りやめ；キャンセル；취소；Отменен；Отменён；İptal；İptal edildi；Dibatalkan；Đã hủy；Hủy bỏ；ยกเลิก；ملغى；Anulowany；Zrušeno；Törölve；Geannuleerd；Скасовано';
export const siteWords: Readonly<Record<'land' | 'lease' | 'office', string>> = {
  land: '供地；用地；土地；新供地；出让；出让用地；自有用地；購入；用地取得；土地取得；Land；Purchase；Greenfield',
  lease:
    '租赁；租用；租赁厂房；厂房租赁；载体租赁；賃借；賃貸；借地；Lease；Leased；Rent；Rented；Leasehold',
  office: '办公；写字楼；楼宇；办公楼；オフィス；事務所；Office；Offices；Office space',
};
/** Words of registers for agreements. An unknown one stays a note of its project. */
export const agreementWords: Readonly<Record<AgreementType, string>> = {
  intent:
    '意向书；意向协议；投资意向书；合作意向书；投资意向；意向；意向書；LOI；Letter of intent；Intent；Expression of interest；EOI；Carta de intención；Carta de intenciones；Carta de intenções；Protocolo de intenções；Lettre d’intention；Absichtserklärung；Lettera d’intenti；Lettera di intenti；List intencyjny；Niyet mektubu；Surat minat；Письмо о намерениях；Протокол о намерениях；의향서；투자의향서',
  memorandum:
    '备忘录；合作备忘录；谅解备忘录；投资备忘录；覚書；基本合意覚書；MoU；Memorandum；Memorandum of understanding；양해각서；Memorando；Memorando de entendimiento；Memorándum de entendimiento；Memorando de entendimento；Protocole d’accord；Mémorandum d’entente；Memorandum d’intesa；Protocollo d’intesa；Mutabakat zaptı；Biên bản ghi nhớ；Nota kesepahaman；Меморандум；Меморандум о взаимопонимании；업무협약',
  framework:
    '框架协议；投资框架协议；合作框架协议；框架合同；框架；枠組み協定；枠組協定；基本合意；基本合意書；Framework；Framework agreement；Acuerdo marco；Acordo-quadro；Acordo quadro；Accord-cadre；Rahmenvereinbarung；Rahmenvertrag；Accordo quadro；Umowa ramowa；Çerçeve anlaşması；Thỏa thuận khung；Рамочное соглашение；기본협약',
  strategic:
    '战略合作协议；战略合作框架协议；战略协议；戦略的協力協定；包括連携協定；Strategic；Strategic agreement；Strategic cooperation',
  contract:
    '正式合同；合同；投资合同；正式协议；投资协议；正式投资协议；入园协议；履约监管协议；正式契約；契約；本契約；投資契約；正式投資契約；Contract；Binding；Binding agreement；Investment agreement；Performance agreement；Contrato；Contrato de inversión；Contrato de investimento；Contrat；Contrat d’investissement；Convention d’investissement；Vertrag；Investitionsvertrag；Contratto；Umowa；Umowa inwestycyjna；Sözleşme；Yatırım sözleşmesi；Hợp đồng；Kontrak；Договор；Контракт；Инвестиционный договор；계약；투자계약',
};
/**
 * Words for missing values besides those of the domain: error values of spreadsheets and words of
 * other languages.
 */
export const missingWords: Readonly<
  Record<'not_reported' | 'not_disclosed' | 'not_applicable', string>
> = {
  not_reported:
    '#n/a；#null!；#value!；#ref!；#name?；#div/0!；#num!；null；nan；unknown；missing；a definir；por definir；sin dato；s/d；n.d.；n/d；s.d.；da definire；à définir；待报；未填；未入力；미정；미입력；à préciser；chưa xác định；chưa có；ยังไม่กำหนด；brak danych；nije poznato；nepoznato；b.d.；do ustalenia；není k dispozici；belirsiz；belli değil；bilinmiyor；belirtilmemiş；belirtilmedi；belum ada；belum ditentukan；غير محدد；غير متوفر；لا يوجد；k.a.；keine angabe；keine angaben；onbekend；nog niet bekend；невідомо；немає даних；неизвестно；нет данных；н/д；nespecificat；άγνωστο；نامشخص；לא ידוע',
  not_disclosed:
    '商业秘密；不公开；private；reservado；riservato；비공개；confidentiel；n.c.；không công bố；ไม่เปิดเผย',
  not_applicable: 'no aplica；no corresponde；non applicabile；sans objet；해당없음；해당 없음',
};
export const totalWords =
  '合计；总计；小计；累计；共计；合計；小計；総計；計；Total；Subtotal；Sub-total；Grand total；Sum；Totale；Suma；Summe；Total general；Total général；Totaux；Ensemble；Sous-total；Insgesamt；Gesamtbetrag；Total geral；Totale generale；Subtotale；Gesamt；Gesamtsumme；Zwischensumme；Soma；합계；총계；총합계；계；소계；Итого；Всего；Toplam；Razem；Celkem；Összesen；Totaal；Totalt；Jumlah；Ukupno；Sveukupno；Укупно；Вкупно；Общо；Усього；Разом；Skupaj；Spolu；Yhteensä；Summa；I alt；Σύνολο；Γενικό σύνολο；Tổng cộng；Tổng；Cộng；รวม；รวมทั้งสิ้น；الإجمالي；الاجمالي；المجموع；الإجمالي العام；الإجمالي الكلي';
export const subtotalWords =
  '小计；小計；Subtotal；Sub-total；Sous-total；Subtotale；Zwischensumme；소계';
export const noteStarts = [
  '注：',
  '注:',
  '备注：',
  '备注:',
  '说明：',
  '说明:',
  '※',
  '（注）',
  '(注)',
  '注1',
  '注1',
  '備考：',
  '備考:',
  '出典',
  '资料来源',
  '数据来源',
  'note:',
  'notes:',
  'source:',
  'note :',
  'source :',
  'nota:',
  'quelle:',
  'copyright',
  'generated by',
  'confidential information',
  'fuente:',
  'fonte:',
  '* ',
  '주:',
  'ghi chú:',
  'หมายเหตุ:',
  '填报人',
  '填表人',
  '制表人',
  '制表：',
  '审核人',
  '审核：',
  '联系人：',
  '联系电话',
  '报送单位：',
  '作成者：',
  '作成：',
] as const;

/** Words of registers for countries, by alpha-3 code, beside the names in three languages. */
export const countryWords: Readonly<Record<string, string>> = {
  CHN: '중국；Trung Quốc；จีน；中国；中国大陆；China；PRC；内资；国内',
  JPN: '일본；Nhật Bản；Japón；ญี่ปุ่น；日本；日本国；Japan；日资',
  KOR: '한국；대한민국；Hàn Quốc；Corea del Sur；เกาหลีใต้；韩国；大韩民国；韓国；Korea；South Korea；Republic of Korea',
  USA: '미국；Hoa Kỳ；Mỹ；Estados Unidos；EE. UU.；สหรัฐอเมริกา；美国；アメリカ；米国；USA；United States；US',
  DEU: '독일；Đức；Alemania；德国；ドイツ；Germany',
  FRA: '프랑스；Pháp；Francia；法国；フランス；France',
  GBR: '영국；Anh；Reino Unido；英国；イギリス；UK；United Kingdom',
  ITA: '이탈리아；意大利；イタリア；Italy；Italia',
  HKG: '香港；中国香港；Hong Kong',
  TWN: '대만；Đài Loan；Taiwán；台湾；中国台湾；Taiwan',
  MAC: '澳门；中国澳门；マカオ；Macao',
  SGP: '싱가포르；Singapur；สิงคโปร์；新加坡；シンガポール；Singapore',
  NLD: '네덜란드；Hà Lan；Países Bajos；荷兰；オランダ；Netherlands；The Netherlands；Holland',
  CHE: '스위스；Thụy Sĩ；Suiza；瑞士；スイス；Switzerland',
  SWE: '瑞典；スウェーデン；Sweden',
  CAN: '加拿大；カナダ；Canada',
  AUS: '澳大利亚；オーストラリア；Australia',
  IND: '印度；インド；India',
  THA: '태국；Thái Lan；Tailandia；ไทย；泰国；タイ；Thailand',
  VNM: '베트남；Việt Nam；越南；ベトナム；Vietnam',
  MYS: '马来西亚；マレーシア；Malaysia',
  ESP: '스페인；España；西班牙；スペイン；Spain',
  RUS: '俄罗斯；ロシア；Russia；Russian Federation',
  VGB: '英属维尔京群岛；British Virgin Islands；BVI',
  MEX: '墨西哥；メキシコ；Mexico；México',
  ARG: '阿根廷；アルゼンチン；Argentina',
  ARE: 'UAE；U.A.E.；アラブ首長国；阿联酋',
  CZE: 'Czech Republic',
  CIV: 'Ivory Coast',
};

/**
 * Words for the companies of a zone and for its whole output. The templates have those of the other
 * indicators.
 */
export const indicatorWords: Readonly<Record<'companies' | 'output', string>> = {
  companies:
    '企业数；企业；企业家数；入驻企业；入驻企业数；注册企业数；企业数量；企業数；入居企業数；進出企業数；Companies；Firms；Number of companies；Enterprises；Companies established',
  output:
    '产值；工业总产值；工业产值；总产值；産出額；工業総生産額；生産額；工業生産額；Output；Gross industrial output；Industrial output',
};
/** Headings over the names of indicators. */
export const indicatorHeaders =
  'indicator；name；kpi；key performance indicator；measure；indicateur；indicador；indikator；indicatore；wskaźnik；ukazatel；näitaja；rādītājs；rodiklis；mutató；mutatószám；gösterge；показатель；показник；chỉ tiêu；المؤشر；지표；指标；指标名称；考核指标；主要指标；指標；指標名；項目';
/** Headings over months in files of values. */
export const periodHeaders =
  '月份；月；时间；期间；年月；日期；统计期；報告期；対象月；期間；Month；Period；Date；mois；période；mes；período；periodo；mês；mese；monat；zeitraum；periode；miesiąc；okres；měsíc；období；mesiac；obdobie；luna；perioada；hónap；időszak；kuu；periood；ajavahemik；mēnesis；periods；mėnuo；laikotarpis；kuukausi；ajanjakso；maand；mjesec；mesec；razdoblje；ay；dönem；bulan；masa；tháng；kỳ；месяц；период；отчетный период；місяць；період；ай；кезең；сар；الشهر；الفترة；월；기간；기준월；เดือน';
export const yearToDateWords = [
  '自年初以来累计',
  '自年初累计',
  '年初累计',
  '本年累计',
  '累计',
  '1-本月',
  '年初来',
  '累計',
  'ytd',
  'year to date',
] as const;

const lists = new Map<string, ReadonlySet<string>>();

/** Marks that mean "reached, on an unknown day" in a column of a stage or its date. */
const ticks =
  '√；✓；✔；☑；■；●；○；〇；◯；v；y；yes；ok；是；已完成；完成；済；완료；oui；ja；sim；sì';
/** Whether a cell is a tick: a short word or sign for yes. */
export const isTick = (cell: string | number): boolean =>
  typeof cell === 'string' && cell.length <= 5 && isInList(ticks, cell);

/** Normalises a word for comparison: without width, case, blanks, quotes and brackets. */
export const normaliseWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b"'“”‘’()[\]【】「」*※、,]/g, '')
    .replace(/[\u00c0-\u017f]/g, stripAccent);

/** Whether a word is in a `；` list. */
export const isInList = (list: string, word: string): boolean =>
  createWordSet(list).has(normaliseWord(word));
function createWordSet(list: string): ReadonlySet<string> {
  let set = lists.get(list);
  if (!set) {
    set = new Set(list.split('；').map(normaliseWord));
    lists.set(list, set);
  }
  return set;
}

/**
 * Finds the key of the list that holds a word, also in Latin letters.
 * @returns undefined for an unknown word
 */
export function findWordKey<K extends string>(
  table: Readonly<Record<K, string>>,
  word: string,
): K | undefined {
  const key = normaliseWord(word);
  for (const id in table) if (createWordSet(table[id]).has(key)) return id;
  const latin = writeInLatin(word);
  return latin === undefined ? undefined : findWordKey(table, latin);
}

/** Whether a text may be a word for a missing value. Numbers, dates and long texts never are. */
const mayBeMissing = (text: string): boolean => {
  if (text.length > 40) return false;
  const first = text.charCodeAt(0);
  return !(first >= 0x30 && first <= 0x39);
};
/**
 * Finds the reason why a cell has no value. An empty cell is `not_reported`.
 * @returns undefined if the cell has a value
 */
export const findMissingReason = (text: string): MissingReason | undefined =>
  mayBeMissing(text) ? readWord(text).reason : undefined;
/** Words without accents by which a source keeps a value back, alone in a cell. */
const nonDisclosure =
  /^(?:(?:commercial(?:ly)?|strictly|amount|value|is) )*(?:(?:не|нет|non|no|not|nie|nicht|nao|nu se|ikke|ej) ?(?:розголош|розкрива|разглаш|раскрыва|publi|offentli|communi|comuni|divulg|ujawni|disclos)|confiden|confidenz|конфіденц|конфиденц|vertraulich|vertrouwelijk|poufn|duvern|gizli|rahasia|سري|محرمان|חסוי|εμπιστευτικ|απορρητ|(?:不|未)便?(?:予|对外)?(?:透露|披露|公开|公開|公布))\p{L}*(?: \p{L}{1,14})?$/u;
const readWord = memoise((text) => ({
  reason:
    text.trim() === ''
      ? ('not_reported' as const)
      : (domainReason(text) ??
        findWordKey(missingWords, text) ??
        (nonDisclosure.test(toPlainLetters(text).trim()) ? ('not_disclosed' as const) : undefined)),
}));

/** Whether a word is a status, or says that a project was called off. */
export const isStatusWord = (word: string): boolean =>
  findWordKey(statusWords, word) !== undefined || isInList(cancelledWords, word);

/** Whether a word is a stage or a status, or says that a project was called off. */
export const isStageOrStatus = (word: string): boolean =>
  findWordKey(stageWords, word) !== undefined || isStatusWord(word);
