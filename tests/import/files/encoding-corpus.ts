/** A register in one language: the words of its header, and names that its rows take in turn. */
export interface LanguageSample {
  readonly header: readonly [code: string, name: string, investor: string, remark: string];
  readonly names: readonly string[];
  readonly investors: readonly string[];
  readonly remark: string;
}
export const languageSamples: Readonly<Record<string, LanguageSample>> = {
  fr: {
    header: ['Référence', 'Nom du projet', 'Société', 'Remarques'],
    names: [
      'Usine de câbles à Orléans',
      'Pôle logistique de la forêt',
      'Extension du bâtiment B',
      'Réseau de chaleur',
    ],
    investors: ['Générale des eaux', 'Lefèvre & fils'],
    remark: 'Permis délivré, travaux différés jusqu’à l’été',
  },
  de: {
    header: ['Kennung', 'Projektname', 'Träger', 'Bemerkungen'],
    names: [
      'Werk für Prüfgeräte',
      'Bürogebäude am Süßen See',
      'Kläranlage Nord',
      'Erneuerung der Brücke',
    ],
    investors: ['Müller GmbH', 'Jäger & Söhne'],
    remark: 'Genehmigung läuft, Übergabe im März',
  },
  es: {
    header: ['Código', 'Nombre del proyecto', 'Compañía', 'Observaciones'],
    names: [
      'Fábrica de baterías',
      'Ampliación del almacén',
      'Energía eólica en Almería',
      'Centro de diseño',
    ],
    investors: ['Muñoz y Compañía', 'Logística Peñalver'],
    remark: 'En tramitación; firma según el calendario',
  },
  pl: {
    header: ['Kod', 'Nazwa projektu', 'Spółka', 'Uwagi'],
    names: [
      'Zakład łożysk w Łodzi',
      'Magazyn części zamiennych',
      'Źródło ciepła',
      'Rozbudowa huty żelaza',
    ],
    investors: ['Wiśniewski i Syn', 'Górnośląska Energia'],
    remark: 'Umowa zostanie podpisana po uzyskaniu pozwoleń',
  },
  cs: {
    header: ['Kód', 'Název projektu', 'Společnost', 'Poznámky'],
    names: [
      'Závod na výrobu ložisek',
      'Rozšíření skladu v Plzni',
      'Třídírna odpadů',
      'Měřicí přístroje',
    ],
    investors: ['Dvořák a synové', 'Jihočeská energetika'],
    remark: 'Řízení běží, stavba začne příští rok',
  },
  hu: {
    header: ['Kód', 'A projekt neve', 'Befektető', 'Megjegyzés'],
    names: ['Győri motorgyár bővítése', 'Hűtőház építése', 'Erőmű felújítása', 'Gyógyszerüzem'],
    investors: ['Kovács és Társa', 'Tiszántúli Fűtőművek'],
    remark: 'A szerződés előkészítése folyik, döntés ősszel',
  },
  lt: {
    header: ['Kodas', 'Projekto pavadinimas', 'Įmonė', 'Pastabos'],
    names: [
      'Baldų gamykla Šiauliuose',
      'Sandėlio plėtra',
      'Žvejybos uosto įranga',
      'Vėjo jėgainių parkas',
    ],
    investors: ['Žemaitijos mediena', 'Ąžuolų grupė'],
    remark: 'Sutartis pasirašyta, statybos prasidės kitąmet',
  },
  lv: {
    header: ['Kods', 'Projekta nosaukums', 'Uzņēmums', 'Piezīmes'],
    names: [
      'Kokapstrādes rūpnīca',
      'Noliktavas paplašināšana',
      'Vēja parks pie Liepājas',
      'Ķīmijas laboratorija',
    ],
    investors: ['Bērziņš un dēli', 'Šķēde'],
    remark: 'Līgums noslēgts, būvdarbi sāksies pavasarī',
  },
  et: {
    header: ['Kood', 'Projekti nimi', 'Ettevõte', 'Märkused'],
    names: ['Mööblitehas Võrus', 'Lao laiendus', 'Päikesepark', 'Külmhoone ehitus'],
    investors: ['Põhjala Grupp', 'Tamm ja pojad'],
    remark: 'Leping sõlmitud, tööd algavad järgmisel aastal',
  },
  tr: {
    header: ['Kod', 'Proje adı', 'Şirket', 'Açıklama'],
    names: [
      'Otomotiv parçaları fabrikası',
      'Soğuk hava deposu',
      'Güneş enerjisi santrali',
      'Iğdır lojistik üssü',
    ],
    investors: ['Yıldız Çelik', 'Işık Tekstil'],
    remark: 'Görüşmeler sürüyor, ağustosta imzalanacak',
  },
  ru: {
    header: ['Код', 'Наименование проекта', 'Инвестор', 'Примечание'],
    names: [
      'Цех сварных конструкций',
      'Реконструкция котельной',
      'Склад готовой продукции',
      'Линия по розливу воды',
    ],
    investors: ['ООО «Северный ветер»', 'Артель Щукина'],
    remark: 'Разрешение получено, работы начнутся весной',
  },
  uk: {
    header: ['Код', 'Назва проєкту', 'Інвестор', 'Примітка'],
    names: [
      'Цех зварних конструкцій',
      'Реконструкція котельні',
      'Склад готової продукції',
      'Лінія розливу води',
    ],
    investors: ['ТОВ Південний вітер', 'Артіль Щербини'],
    remark: 'Дозвіл отримано, роботи почнуться навесні',
  },
  bg: {
    header: ['Код', 'Име на проекта', 'Инвеститор', 'Забележка'],
    names: [
      'Цех за заварени конструкции',
      'Реконструкция на котелно',
      'Склад за готова продукция',
      'Линия за бутилиране',
    ],
    investors: ['Южен вятър ООД', 'Първа артел'],
    remark: 'Разрешението е получено, работата започва през пролетта',
  },
  sr: {
    header: ['Шифра', 'Назив пројекта', 'Инвеститор', 'Напомена'],
    names: [
      'Погон за заварене конструкције',
      'Обнова котларнице',
      'Складиште робе',
      'Линија за флаширање',
    ],
    investors: ['Јужни ветар', 'Љубићева задруга'],
    remark: 'Дозвола је добијена, радови почињу у пролеће',
  },
  el: {
    header: ['Κωδικός', 'Τίτλος έργου', 'Επενδυτής', 'Παρατηρήσεις'],
    names: [
      'Εργοστάσιο καλωδίων',
      'Ανακαίνιση αποθήκης',
      'Αιολικό πάρκο Άνδρου',
      'Κέντρο σχεδιασμού',
    ],
    investors: ['Βόρειος Άνεμος', 'Αφοί Ψαρρά'],
    remark: 'Η άδεια εκδόθηκε, οι εργασίες αρχίζουν την άνοιξη',
  },
  he: {
    header: ['קוד', 'שם המיזם', 'יזם', 'הערה'],
    names: ['מפעל כבלים', 'שיפוץ מחסן', 'חוות רוח בגליל', 'מרכז עיצוב'],
    investors: ['רוח צפונית', 'אחים לוי'],
    remark: 'ההיתר התקבל והעבודות יחלו באביב',
  },
  ar: {
    header: ['رمز', 'اسم المشروع', 'المستثمر', 'ملاحظة'],
    names: ['مصنع الكابلات', 'تجديد المستودع', 'محطة رياح الساحل', 'مركز التصميم'],
    investors: ['رياح الشمال', 'أبناء حسن'],
    remark: 'صدر الترخيص وتبدأ الأعمال في الربيع',
  },
  th: {
    header: ['รหัส', 'ชื่อโครงการ', 'ผู้ลงทุน', 'หมายเหตุ'],
    names: ['โรงงานสายเคเบิล', 'ปรับปรุงคลังสินค้า', 'ทุ่งกังหันลม', 'ศูนย์ออกแบบ'],
    investors: ['ลมเหนือ', 'พี่น้องสมชาย'],
    remark: 'ได้รับใบอนุญาตแล้ว จะเริ่มงานในฤดูฝน',
  },
  ja: {
    header: ['番号', '案件名', '出資者', '摘要'],
    names: ['電線工場の新設', '倉庫の改修', '風力発電所', 'デザインセンター'],
    investors: ['北風商事', '佐々木兄弟'],
    remark: '許可済み、春に着工の見込み',
  },
  zh: {
    header: ['编号', '项目名称', '出资方', '说明'],
    names: ['电缆厂新建', '仓库改造', '风力发电站', '设计中心'],
    investors: ['北风商贸', '孙氏兄弟'],
    remark: '已获许可，预计春季动工',
  },
  'zh-Hant': {
    header: ['編號', '專案名稱', '出資方', '說明'],
    names: ['電纜廠新建', '倉庫改造', '風力發電站', '設計中心'],
    investors: ['北風商貿', '孫氏兄弟'],
    remark: '已獲許可，預計春季動工',
  },
  ko: {
    header: ['번호', '사업 이름', '출자자', '메모'],
    names: ['전선 공장 신설', '창고 개조', '풍력 발전소', '디자인 센터'],
    investors: ['북풍상사', '김씨 형제'],
    remark: '허가를 받았고 봄에 착공할 예정',
  },
};
export const languagesByEncoding: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': ['fr', 'de', 'es', 'et'],
  'iso-8859-15': ['fr', 'de', 'es', 'et'],
  macintosh: ['fr', 'de', 'es'],
  'windows-1250': ['pl', 'cs', 'hu'],
  'iso-8859-2': ['pl', 'cs', 'hu'],
  'windows-1251': ['ru', 'uk', 'bg', 'sr'],
  'iso-8859-5': ['ru', 'bg', 'sr'],
  'x-mac-cyrillic': ['ru', 'uk', 'bg', 'sr'],
  'koi8-r': ['ru', 'bg'],
  'koi8-u': ['uk', 'ru'],
  ibm866: ['ru', 'bg'],
  'windows-1257': ['lt', 'lv', 'et'],
  'iso-8859-13': ['lt', 'lv', 'et'],
  'windows-1254': ['tr'],
  'windows-1253': ['el'],
  'iso-8859-7': ['el'],
  'windows-1255': ['he'],
  'iso-8859-8': ['he'],
  'windows-1256': ['ar'],
  'iso-8859-6': ['ar'],
  'windows-874': ['th'],
  'euc-jp': ['ja'],
  shift_jis: ['ja'],
  gb18030: ['zh', 'zh-Hant'],
  big5: ['zh-Hant'],
  'euc-kr': ['ko'],
};
/** What a typist writes where an encoding has no such character. */
const plain: Readonly<Record<string, string>> = { '’': "'", '،': ',', '«': '"', '»': '"' };

const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>();
function encoderOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const encoder = encoders.get(encoding);
  if (encoder) return encoder;
  const decoder = new TextDecoder(encoding);
  const bytesByCharacter = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const char = decoder.decode(new Uint8Array(bytes));
    if ([...char].length === 1 && char !== '\ufffd' && !bytesByCharacter.has(char))
      bytesByCharacter.set(char, bytes);
  };
  const isDouble = /^(?:gb|big5|shift|euc)/.test(encoding);
  for (let a = 0; a < 256; a += 1) add([a]);
  if (isDouble)
    for (let a = 0x81; a < 0xff; a += 1) for (let b = 0x40; b < 0xff; b += 1) add([a, b]);
  encoders.set(encoding, bytesByCharacter);
  return bytesByCharacter;
}
/**
 * Encodes a text by a table from decoding each byte, or pair of bytes; `?` for characters without
 * bytes.
 */
export function encodeText(text: string, encoding: string): Uint8Array {
  const table = encoderOf(encoding);
  return new Uint8Array(
    [...text].flatMap((char) => table.get(char) ?? table.get(plain[char] ?? '?') ?? [0x3f]),
  );
}
/** A register of 24 rows with the names of a language. */
export function registerText(language: string): string {
  const sample = languageSamples[language];
  if (sample === undefined) throw new Error(language);
  const { header, names, investors, remark } = sample;
  const rows = Array.from({ length: 24 }, (_, i) => [
    `A${i + 1}`,
    `${names[i % names.length]} ${i + 1}`,
    investors[i % investors.length],
    i % 3 === 0 ? remark.replace(',', ';') : '',
  ]);
  return `${[header, ...rows].map((row) => row.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;
}
