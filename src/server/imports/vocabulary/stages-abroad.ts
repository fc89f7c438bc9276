/**
 * Parts of words without accents for stages, each with the stage or status that it may mean:
 * Ukrainian, Serbian, Romanian, Greek, German, Dutch, Swedish, Persian, Hebrew, Arabic, and further
 * English. A permit for construction is no construction, so permits come first.
 */
export const stagesAbroad: readonly (readonly [RegExp, string | undefined])[] = [
  [/розірван|розторгн|revoked|فسخ/, 'terminated'],
  [/призупинен|зупинен|αναστολη|opgeschort|stilgelegd|הוקפא|מוקפא|מושהה/, 'on_hold'],
  [/відклик|відмов|renunt/, 'withdrawn'],
  [/дозвіл|ліценз|зареєстр|αδει|vergunning|vergund|היתר|רישיון|مجوز|consent/, 'registered'],
  [
    /експлуатац|працює|функціон|functional|λειτουργ|operationeel|בתפעול|הופעל|פעיל|بهره.?برداري|بدأ.*إنتاج|production (?:has )?(?:started|commenced|begun)/,
    'operation',
  ],
  [
    /izgradnj|gradi se|будівництв|будується|lucrari|בבניי?ה|בהקמה|در حال ساخت|احداث/,
    'construction',
  ],
  [
    /avsiktsforklaring|hensigtserklaering|intensjonsavtale|intentieverklaring|pismo o nameri|переговор|узгоджен|onderhandel|מו"מ|משא ומתן|مذاكره|discussion/,
    'negotiation',
  ],
  [
    /підписан|укладен|semnat|getekend|beurkundet|kaufvertrag|נחתם|חתום|قرارداد|(?:agreement|lease|deed) executed|potpisan|potpisiv/,
    'signed',
  ],
  [
    /ідея|намір|заявк|intentie|ενδιαφερ|verkenning|orientatie|initiatief|רעיון|תכנון|פנייה|متقاضي|درخواست/,
    'lead',
  ],
];
