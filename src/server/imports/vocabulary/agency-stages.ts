/** The meaning of words for a cancelled project that do not say who cancelled it. */
export const cancelled = 'cancelled';
/**
 * Parts of words that agencies for investment use for stages, without accents, each with the stage
 * or status that it may mean. The first match is the proposal. Plans come first: 待签约 is not signed.
 */
export const agencyStages: readonly (readonly [RegExp, string | undefined])[] = [
  [
    /(?:着工|开工|動工|动工).*(?:予定|準備)|(?:待|拟|未)(?:开工|着工|动工)|chua (?:trien khai|khoi cong|xay dung|thi cong)|belum (?:dibangun|konstruksi)|persiapan (?:konstruksi|pembangunan)|(?:construction|works?) (?:not|yet to|has not|have not)/,
    'registered',
  ],
  [/(?:操業|稼働|開業|開所).*予定|(?:待|拟|未)投产/, 'construction'],
  [/(?:調印|契約|協定).*予定|(?:待|拟)签|to be signed|por firmar|da firmare|仮契約/, 'negotiation'],
  [
    /accord de principe|agreement in principle|acuerdo de principio|accordo di principio/,
    'negotiation',
  ],
  // a completed step is that step: a founded company is not in operation
  [
    /(?:법인|회사) ?설립|(?:등록|인허가|허가) ?완료|(?:注册|登记|设立|立项|备案|核准|批复)(?:手续)?完成|完成(?:公司)?(?:注册|登记|设立|立项|备案|核准|批复)|(?:登記|設立|届出|認可|許可)完了|sirket kurul|tescil|(?:registration|incorporation) (?:is )?complet/,
    'registered',
  ],
  [/(?:계약|체결|분양) ?완료|sozlesme (?:imza )?tamamla|signing (?:is )?complet/, 'signed'],
  // parties also sign memoranda and frameworks
  [/^(?!.*(?:备忘|谅解|意向|框架)).*签[署订约妥]/, 'signed'],
  [/^(?!.*(?:基本合意|覚書)).*(?:協定|契約).*締結|(?:соглашени|договор).*заключ[её]н/, 'signed'],
  [/断念|desist|ritirat|^retras[aei]?$/, 'withdrawn'],
  [/desestimad/, 'rejected'],
  [/not proceeding|\bdead\b|流产|失败|descartad|archiviat/, cancelled],
  [/\bperdid[ao]\b|\bpers[ao]\b/, 'lost'],
  [/stalled|inactiv|inattiv|dormant|休眠|休止|sin actividad/, 'on_hold'],
  [
    /ground-?\s?break|ground broken|site preparation|fit-?out|mobili[sz]ation|civil works|\binstallation|commissioning|試運転|装修|造成|primera piedra|montaje|instalacion|prima pietra|cantiere|allestimento|costruzion/,
    'construction',
  ],
  [
    /trial (?:production|operation)|aftercare|试生产|试运|開所|操業|部分投产|全面投产|投入运作|入驻|inaugur|operativ|produ[cz]+ione|produccion|production started|live operation|full operation|\brunning\b|\btrading\b|\bexporting\b|pusten[aoi]? u (?:rad|pogon)|implemented|insediat|instalad[ao]|establecid/,
    'operation',
  ],
  [
    /(?<!un)licen[sc]ed|(?:licen[sc]e|permit)s? (?:issued|granted)|(?:licen[cs]i?a|permiso|permis|pozwoleni\p{L}*|autoris\p{L}*|ruhsat\p{L}*|izin)s? (?:otorgad|concedid|emitid|accord|delivr|obten|na budow|alindi|diterbitkan|terbit)|(?:licenza|permesso) rilasciat|incorporated|registered|registra[dt]|autorizat|已成立|公司成立|constituid|costituit|immatricul|autorizad|autorizzat|terreno adquirido|\blanded\b|落地|注册|领证|供地|拿地|取得土地|摘牌|施工许可|許可取得|認定/u,
    'registered',
  ],
  [
    /offer accepted|allott?ed|allotment|land allocated|final investment decision|\bfid\b|financial close|lote asignado|assegnat[ao]|\bsiglat|立地決定|進出決定|分譲/,
    'signed',
  ],
  [
    /under (?:discussion|review|evaluation)|due diligence|term sheet|heads of terms|\bhot$|\boffer\b|shortlist|reserved|en evaluacion|^evaluacion|in valutazione|^valutazione|lettera di intenti|trattativ|terreno reservado|提案|協議|内定|申込/,
    'negotiation',
  ],
  [
    /enquir|inquir|lead generation|\b(?:warm|hot|cold|new) lead|suspect|expression of interest|\beoi\b|(?:initial|first) contact|^contact$|contacted|opportunit|oportunidad|(?:investor|site) visit|site selection|consulta|contacto|interesad|\bvisita|prospect|\bon (?:basvuru|talep)|manifesta\w+ d[ei]? ?'?intere[st]|richiesta|contatto|^interesse|sopralluogo|咨询|接触|接洽|对接|考察|来访|問い?合わ?せ|照会|面談|視察|相談|引合/,
    'lead',
  ],
];
