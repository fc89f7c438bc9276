import type { Field } from './synonyms.ts';

/**
 * Header words, separated by `；`, of registers in Spanish, Korean, Vietnamese, Thai, French,
 * German, Portuguese, Italian, Russian and Turkish, of Taiwan and of sales software. Each word has
 * only one meaning.
 */
export const foreignSynonyms: Readonly<Partial<Record<Field, string>>> = {
  project_id:
    'Рег. номер；Регистрационный номер；Номер проекта；Expediente；Código del proyecto；Clave del proyecto；사업번호；관리번호；프로젝트번호；Mã dự án；Mã số dự án；รหัสโครงการ；เลขที่โครงการ；N° de dossier；Référence；Réf. projet；Numéro de projet；Code projet；Projektnummer；Projekt-Nr.；Aktenzeichen；Código do projeto；N.º do projeto；Codice progetto；ID progetto',
  project_name:
    "Denominación del proyecto；Nombre del proyecto；사업명；프로젝트명；과제명；Tên dự án；Tên dự án đầu tư；ชื่อโครงการ；โครงการ；Intitulé du projet；Intitulé de l'opération；Nom du projet；Libellé du projet；Projet；Projektname；Projekttitel；Projektbezeichnung；Vorhaben；Nome do projeto；Projeto；Nome del progetto；Titolo del progetto；Opportunity name；Deal name；Opportunity；Наименование проекта；Название проекта；Проект；计划名称；投资案件；Proje adı",
  investor_name:
    "Empresa；Impresa；Azienda；Entreprise；Unternehmen；Doanh nghiệp；Empresa promotora；Inversionista；Inversor；Promotor；투자기업；투자자；투자사；Nhà đầu tư；Chủ đầu tư；ผู้ลงทุน；นักลงทุน；Porteur de projet；Maître d'ouvrage；Investisseur；Investor/Unternehmen；Projektträger；Bauherr；Promotor do projeto；Investidor；Empresa investidora；Soggetto proponente；Investitore；Proponente；업체명；투자업체；Account name；투자기업명；Инвестор；Инициатор проекта；Резидент；Резидент ОЭЗ；Наименование резидента；投资厂商；厂商名称；Yatırımcı",
  company_name:
    "Empresa ejecutora；시행사；사업시행자；Doanh nghiệp dự án；บริษัทโครงการ；Société de projet；Société d'exploitation；Projektgesellschaft；Sociedade do projeto；Società di progetto",
  country:
    "País；País de origen；국적；투자국；Quốc gia；Quốc tịch；ประเทศ；สัญชาติ；Pays；Pays d'origine；Nationalité；Land des Investors；Herkunftsland；País de origem；Paese；Paese di origine；국가；국가명；Quốc gia/vùng lãnh thổ；Billing country；Account country；Страна；Страна инвестора；Страна происхождения；Страна происхождения инвестора",
  industry:
    "Sector económico；업종；산업분야；Ngành nghề；Lĩnh vực；อุตสาหกรรม；ประเภทกิจการ；Secteur；Secteur d'activité；Filière；Branche；Wirtschaftszweig；Setor；Setor de atividade；Settore；Settore di attività；Ngành；Ngành, nghề；Отрасль；产业别；行业别；Sektör",
  stage:
    "Estado de tramitación；Etapa del proyecto；추진단계；추진상황；사업단계；Tình trạng；Tiến độ dự án；สถานะโครงการ；สถานะ；ขั้นตอน；État d'avancement；Stade；Stade d'avancement；Étape；Phase du projet；Statut du projet；Projektphase；Projektstand；Fase do projeto；Estágio；Fase del progetto；Stato di avanzamento；진행단계；진행상황；진행상태；추진현황；Tình trạng dự án；Trạng thái；Giai đoạn；Deal stage；Sales stage；Opportunity stage；Стадия реализации；Стадия проекта；Статус проекта；目前进度；目前阶段；办理进度；Durum",
  total_investment:
    "Inversión prevista；Inversión total；Inversión total prevista；총사업비；총투자액；투자금액；투자규모；투자액；Tổng vốn đầu tư；Vốn đầu tư đăng ký；มูลค่าการลงทุน；เงินลงทุน；มูลค่าโครงการ；Montant prévu；Montant de l'investissement；Investissement total；Investissement prévu；Coût total；Coût du projet；Montant total；Investitionssumme；Investitionsvolumen；Geplante Investition；Gesamtinvestition；Investimento previsto；Investimento total；Valor do investimento；Investimento totale；Importo dell'investimento；투자예정액；계획투자액；Tổng mức đầu tư；Vốn đăng ký；Tổng vốn；Объем инвестиций；Объём инвестиций；Общий объем инвестиций；投资金额；预计投资金额；Yatırım tutarı",
  fai_done_total:
    'Investment realised；Investment realized；Realised investment；Realized investment；Inversión ejecutada；Inversión realizada；집행액；투자실적；Vốn thực hiện；Vốn giải ngân；เงินลงทุนจริง；Montant réalisé；Investissement réalisé；Dépenses réalisées；Bisher investiert；Getätigte Investition；Investimento realizado；Investimento realizzato；투자이행액；Vốn đã thực hiện；Vốn thực hiện lũy kế；Освоено инвестиций；Фактические инвестиции',
  jobs_plan:
    "Empleos previstos；Empleos；Puestos de trabajo；고용계획；고용예정인원；고용인원；Số lao động；Lao động；จำนวนการจ้างงาน；การจ้างงาน；Emplois prévus；Emplois à créer；Créations d'emplois；Effectif prévu；Geplante Arbeitsplätze；Empregos previstos；Postos de trabalho；Occupazione prevista；Posti di lavoro；고용인원(명)；고용계획인원；Lao động dự kiến；Số lao động dự kiến；Рабочие места；Создаваемые рабочие места；Locuri de muncă；Locuri de muncă planificate；Locuri de muncă create；Arbeidsplaatsen；预计就业人数；İstihdam",
  signed_date:
    'Fecha de firma；협약체결일；계약체결일；Ngày ký；วันที่ลงนาม；Date de signature；Signé le；Datum der Unterzeichnung；Vertragsdatum；Data de assinatura；Data di firma；협약일；협약일자；계약일；Ngày ký hợp đồng；Дата подписания',
  registered_date:
    "วันที่ออกบัตรส่งเสริม；Fecha de constitución；법인설립일；Ngày cấp GCNĐT；Ngày cấp phép；วันที่จดทะเบียน；Date d'immatriculation；Gründungsdatum；Data de constituição；Data di costituzione；Ngày cấp；Ngày cấp GCNĐKĐT",
  start_plan:
    'Inicio previsto；착공(예정)일；착공예정일；착공예정；Dự kiến khởi công；กำหนดเริ่มก่อสร้าง；Début des travaux prévu；Démarrage prévu；Geplanter Baubeginn；Início previsto；Inizio previsto；Data inizio prevista；Data di inizio prevista；Data prevista di inizio；Fecha prevista de inicio；Fecha de inicio prevista；Date de début prévue；Date prévue de début；Data de início prevista；Data prevista de início；Khởi công dự kiến；Плановое начало строительства',
  start_actual:
    'Inicio de obra；착공일；Ngày khởi công；วันที่เริ่มก่อสร้าง；Début des travaux；Démarrage des travaux；Baubeginn；Início das obras；Inizio lavori；착공일자',
  op_plan:
    'Puesta en marcha prevista；가동예정일；가동예정；Dự kiến hoạt động；กำหนดเปิดดำเนินการ；Mise en service prévue；Date de mise en service prévue；Ouverture prévue；Geplante Inbetriebnahme；Entrada em operação prevista；Avvio previsto；操業開始(予定)日；操業開始予定日；操業予定日；稼働開始予定日；Плановый ввод в эксплуатацию',
  owner:
    'Responsable；Nodal officer；Nodal person；담당자；Người phụ trách；ผู้รับผิดชอบ；Chargé de mission；Chargé de projet；Référent；Ansprechpartner；Bearbeiter；Zuständig；Verantwortlich；Verantwortlicher；Projektleiter；Projektleitung；Responsável；Referente；Opportunity owner；Deal owner；Account owner；Ответственный；承办人',
  issue_text:
    '애로사항；Khó khăn vướng mắc；ปัญหาอุปสรรค；Difficultés；Points de blocage；Probleme；Hemmnisse；Dificuldades；Criticità',
  remark:
    'Observaciones；비고；Ghi chú；หมายเหตุ；Commentaires；Remarques；Bemerkungen；Anmerkungen；Observações；Примечание；Açıklama',
  currency:
    'Moneda；Divisa；통화；Loại tiền；สกุลเงิน；Devise；Monnaie；Währung；Valuta；Moeda；Waluta；Měna；Валюта；Para birimi；Mata uang；العملة',
  zone: "นิคมอุตสาหกรรม；Zone d'activité；Parc d'activités；Gewerbegebiet；Parque；Area industriale；산업단지；단지명；입주지구；Khu công nghiệp；KCN；Khu chức năng；Phân khu",
  jobs_actual:
    'Emplois créés；Effectif actuel；Geschaffene Arbeitsplätze；Empregos criados；Occupati；현재고용인원；Lao động hiện có',
  land_mu:
    'Superficie du terrain；Emprise foncière；Grundstücksfläche；Área do terreno；Superficie del lotto；부지면적；Diện tích；Diện tích đất',
  completion_plan:
    'Fin des travaux prévue；Livraison prévue；Geplante Fertigstellung；Conclusão prevista；Fine lavori prevista；Data fine prevista；Data di fine prevista；Data prevista di fine；Fecha prevista de finalización；Fecha de finalización prevista；Fecha de fin prevista；Date de fin prévue；Date prévue de fin；Data de conclusão prevista；Data prevista de conclusão；Dự kiến hoàn thành；준공예정일；준공예정',
  completion_actual: 'Fin des travaux；Fertigstellung；Conclusão；Fine lavori；준공일；준공일자',
  op_actual:
    'Mise en service；Date de mise en service；Inbetriebnahme；Entrada em operação；Avvio attività；가동일；Ngày hoạt động',
  progress_text:
    "Avancement des travaux；Points d'étape；Sachstand；Andamento；Situação atual；추진내용；진행내용",
  next_step:
    'Prochaine étape；Prochaines étapes；Nächste Schritte；Próximos passos；Prossimi passi；향후계획',
  unit: 'Área responsable；Unidad responsable；Dienststelle；Abteilung；Serviço；Ufficio；담당부서；主办单位',
  extended_project:
    'Proyecto ampliado；Ampliación de；Extension du projet；Erweiterung von；Ampliação de；Ampliamento di',
  source_channel: 'Lead origin；Origine du contact；Herkunft des Kontakts',
};
