/**
 * Parts of words without accents for stages, each with the stage or status that it may mean:
 * Ukrainian, Serbian, Romanian, Greek, German, Dutch, Swedish, Persian, Hebrew, Arabic, and further
 * English, Mongolian, Russian and Finnish. A permit for construction is no construction, so permits come first.
 */
export const stagesAbroad: readonly (readonly [RegExp, string | undefined])[] = [
  [/прекращ|цуцал|розірван|розторгн|revoked|فسخ/, 'terminated'],
  [
    /keskeyt|заморож|призупинен|зупинен|αναστολη|opgeschort|stilgelegd|הוקפא|מוקפא|מושהה/,
    'on_hold',
  ],
  [/vetayty|вышел из|выход из проекта|відклик|відмов|renunt/, 'withdrawn'],
  [
    /разрешени\p{L}* (?:получ|выдан)|получен\p{L}* разрешени|бүртг|зөвшөөр|дозвіл|ліценз|зареєстр|αδει|vergunning|vergund|היתר|רישיון|مجوز|consent/u,
    'registered',
  ],
  [
    /tuotannossa|toiminnassa|kaytossa|запущен|ашиглалт|үилдвэрлэж эхэл|експлуатац|працює|функціон|functional|λειτουργ|operationeel|בתפעול|הופעל|פעיל|بهره.?برداري|بدأ.*إنتاج|production (?:has )?(?:started|commenced|begun)/,
    'operation',
  ],
  [
    /rakenteilla|rakennusvaihe|rakennetaan|стро[ий]к|пусконалад|баригд|барьж|izgradnj|gradi se|будівництв|будується|lucrari|בבניי?ה|בהקמה|در حال ساخت|احداث/,
    'construction',
  ],
  [
    /neuvottelu|aiesopimus|хэлэлц|avsiktsforklaring|hensigtserklaering|intensjonsavtale|intentieverklaring|pismo o nameri|переговор|узгоджен|onderhandel|מו"מ|משא ומתן|مذاكره|discussion/,
    'negotiation',
  ],
  [
    /allekirjoitettu|заключ[её]н\p{L}* (?:договор|соглашени)|гэрээ баигуул|гарын үсэг|підписан|укладен|semnat|getekend|beurkundet|kaufvertrag|נחתם|חתום|قرارداد|(?:agreement|lease|deed) executed|potpisan|potpisiv/u,
    'signed',
  ],
  [
    /инициатив|обращени|ідея|намір|заявк|intentie|ενδιαφερ|verkenning|orientatie|initiatief|רעיון|תכנון|פנייה|متقاضي|درخواست/,
    'lead',
  ],
];
