/**
 * Parts of words without accents for stages, each with the stage or status that it may mean:
 * Ukrainian, Serbian, Romanian, Greek, German, Dutch, Swedish, Persian, Hebrew, Arabic, and further
 * English and Mongolian. A permit for construction is no construction, so permits come first.
 */
export const stagesAbroad: readonly (readonly [RegExp, string | undefined])[] = [
  [/цуцал|розірван|розторгн|revoked|فسخ/, 'terminated'],
  [/призупинен|зупинен|αναστολη|opgeschort|stilgelegd|הוקפא|מוקפא|מושהה/, 'on_hold'],
  [/відклик|відмов|renunt/, 'withdrawn'],
  [
    /бүртг|зөвшөөр|дозвіл|ліценз|зареєстр|αδει|vergunning|vergund|היתר|רישיון|مجوز|consent/,
    'registered',
  ],
  [
    /ашиглалт|үилдвэрлэж эхэл|експлуатац|працює|функціон|functional|λειτουργ|operationeel|בתפעול|הופעל|פעיל|بهره.?برداري|بدأ.*إنتاج|production (?:has )?(?:started|commenced|begun)/,
    'operation',
  ],
  [
    /баригд|барьж|izgradnj|gradi se|будівництв|будується|lucrari|בבניי?ה|בהקמה|در حال ساخت|احداث/,
    'construction',
  ],
  [
    /хэлэлц|avsiktsforklaring|hensigtserklaering|intensjonsavtale|intentieverklaring|pismo o nameri|переговор|узгоджен|onderhandel|מו"מ|משא ומתן|مذاكره|discussion/,
    'negotiation',
  ],
  [
    /гэрээ баигуул|гарын үсэг|підписан|укладен|semnat|getekend|beurkundet|kaufvertrag|נחתם|חתום|قرارداد|(?:agreement|lease|deed) executed|potpisan|potpisiv/,
    'signed',
  ],
  [
    /ідея|намір|заявк|intentie|ενδιαφερ|verkenning|orientatie|initiatief|רעיון|תכנון|פנייה|متقاضي|درخواست/,
    'lead',
  ],
];
