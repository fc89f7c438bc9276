import type { Field } from './synonyms.ts';

/**
 * Header words, separated by `；`, of registers in Polish, Czech, Turkish, Indonesian, Hungarian,
 * Serbian, Swedish, Finnish and Arabic, and further words in Portuguese, French, Korean and Chinese. Each
 * word has only one meaning.
 */
export const worldSynonyms: Readonly<Partial<Record<Field, string>>> = {
  project_id:
    'Réf. dossier；Réf. du dossier；Référence du dossier；N° de projet；Šifra；Šifra projekta；Projekt-ID',
  project_name:
    'Назва проєкту；Назва проекту；Назва інвестиційного проєкту；Intitulé；Naziv projekta；Projektnamn；Projektets namn；Nazwa inwestycji；Nazwa projektu；Nazwa przedsięwzięcia；Inwestycja；Název projektu；Název investice；Proje；Projenin adı；Nama proyek；Proyek；اسم المشروع；المشروع；Proje ismi；Nama kegiatan investasi；Nom de l’opération；Empreendimento；Nome do empreendimento；투자사업명；Projekt megnevezése；Projekt neve；Beruházás megnevezése',
  investor_name:
    'Sijoittaja；Investoija；Hankekehittäjä；Ініціатор；Ініціатор (інвестор)；Інвестор；Учасник；Назва учасника；Резидент парку；Investitor；Ulagač；Investerare；Inwestor；Nazwa inwestora；Wnioskodawca；Investor/Společnost；Yatırımcı firma；Yatırımcı adı；Firma adı；Perusahaan；Nama perusahaan；Pelaku usaha；Penanam modal；Porteur；Entreprise porteuse；المستثمر；اسم المستثمر；الشركة；اسم الشركة；Podmiot inwestujący；Yatırımcı şirket；Yatırımcı kuruluş；Nama investor；Nama penanam modal；Investisseur/porteur；Nome do investidor；Empresa investidora/promotora；투자자명；투자회사；Befektető；Befektető neve；Beruházó',
  country:
    'Beruházó országa；Befektető országa；Maa；Kotimaa；Alkuperämaa；Kraj；Kraj pochodzenia；Země；Země původu；Ülke；Ülkesi；Menşe ülke；Negara；Negara asal；الدولة；بلد المنشأ；جنسية المستثمر；الجنسية；Ország；Származási ország',
  industry:
    'Toimiala；Hankkeen toimiala；Yatırım konusu；Faaliyet konusu；Галузь；Вид діяльності；Сфера діяльності；Delatnost；Djelatnost；Bransch；Branża；Sektor；Odvětví；Sektörü；Bidang usaha；Sektor usaha；القطاع；النشاط；نوع النشاط；Setor econômico；Sektor gospodarki；Faaliyet alanı；Sanayi kolu；Sektor industri；Jenis industri；Secteur économique；Secteur industriel；Setor industrial；Ramo de atividade；투자업종；산업 부문；Ágazat；Iparág',
  stage:
    'Vaihe；Hankkeen vaihe；Hankevaihe；Стан реалізації；Стадія реалізації；Статус проєкту；Faza；Faza projekta；Status projekta；Stadium；Etap；Etap inwestycji；Status inwestycji；Fáze；Stav projektu；Aşama；Proje durumu；Status proyek；Tahap；Tahapan；الحالة；حالة المشروع；المرحلة；Avancement du projet；Estágio do projeto；Etap projektu；Etap realizacji；Stan realizacji；Faza projektu；Proje aşaması；Yatırım aşaması；Yatırım durumu；Tahap proyek；Tahap investasi；Status investasi；Étape du projet；Stade du projet；Phase actuelle；Etapa；Etapa atual；Etapa do projeto；Estágio atual；Fase atual；Situação do projeto；단계；투자단계；사업 추진단계；현재 단계；Fase；Fase proyek；Szakasz；Projekt szakasza；Projekt állapota',
  stage_since:
    'Data etapu；Data zmiany etapu；Etap od；Aşama tarihi；Aşama başlangıç tarihi；Tanggal tahap；Tanggal mulai tahap；Date de l’étape；Date d’étape；Date du stade；Date de la phase；Data do estágio；Data da etapa；Data da fase；단계일자；단계 변경일；단계 진입일',
  status_date:
    'Data statusu；Data zmiany statusu；Durum tarihi；Tanggal status；Date du statut；Data do status；Data da situação；상태일자；상태 변경일',
  total_investment:
    'Investointi；Investoinnit；Investoinnin arvo；Investoinnin suuruus；Kokonaisinvestointi；Investointikustannus；Обсяг інвестицій；Загальний обсяг інвестицій；Вартість проєкту；Coût global；Coût global du projet；Vrednost investicije；Vrijednost investicije；Vrednost ulaganja；Vrijednost ulaganja；Iznos investicije；Vrednost projekta；Vrijednost projekta；Nakłady inwestycyjne；Wartość inwestycji；Planowane nakłady；Výše investice；Yatırım bedeli；Toplam yatırım；Nilai investasi；Total investasi；Rencana investasi；قيمة الاستثمار；إجمالي الاستثمار；التكلفة الاستثمارية；حجم الاستثمار；Valor do projeto；Kwota inwestycji；Planowana wartość inwestycji；Planowane nakłady inwestycyjne；Planlanan yatırım；Planlanan yatırım tutarı；Rencana nilai investasi；Nilai rencana investasi；Montant de l’investissement prévu；Montant prévisionnel；Valor previsto do investimento；Investimento planejado；투자계획액；투자 예정 금액；Tervezett beruházás；Beruházás értéke；Tervezett beruházási érték',
  jobs_plan:
    'Suunnitellut työpaikat；Arvioidut työpaikat；Uudet työpaikat；Työpaikkojen määrä；预计创造职位；创造职位；新增职位；预计新增职位；Miejsca pracy；Liczba miejsc pracy；Zatrudnienie；Pracovní místa；İstihdam sayısı；Tenaga kerja；Jumlah tenaga kerja；Penyerapan tenaga kerja；فرص العمل；عدد الوظائف；الوظائف；العمالة；Empregos；Empregos diretos；Emplois；Emplois créés ou prévus；Arbeitsplätze；Posti；Addetti previsti；Planowane miejsca pracy；Planowana liczba miejsc pracy；Planowane zatrudnienie；Planlanan istihdam；Öngörülen istihdam；Rencana tenaga kerja；Rencana penyerapan tenaga kerja；Emplois envisagés；Nombre d’emplois prévus；Empregos planejados；Empregos a gerar；Geração de empregos；계획 고용인원；고용 예정；신규 고용계획；Tervezett munkahelyek；Munkahelyek száma；Tervezett létszám',
  company_name: 'Cég neve；Projektcég；Projekttársaság',
  contracted_amount: 'Szerződött beruházás',
  paid_in: 'Befizetett tőke',
  fai_done_total:
    'Realisasi investasi；Освоєно інвестицій；Gerçekleşen yatırım；Gerçekleşen yatırım tutarı；Teljesített beruházás；Megvalósult beruházás',
  jobs_actual:
    'Toteutuneet työpaikat；Realisasi tenaga kerja；Mevcut istihdam；Gerçekleşen istihdam；Jelenlegi létszám',
  currency: 'Valuutta；Pénznem',
  signed_date:
    'Tahsis tarihi；Arsa tahsis tarihi；Sözleşme tarihi；Tanggal perjanjian；Дата договору；Дата укладення договору',
  land_mu:
    'Parsel alanı；Arsa alanı；Tahsis edilen alan；Luas lahan；Luas tanah；Площа земельної ділянки；Площа ділянки；Площадь участка；Площадь земельного участка',
  start_actual: 'بدء الإنشاء；تاريخ بدء الإنشاء；بداية الإنشاء；开工日',
  start_plan: 'بدء الإنشاء المتوقع；بدء الإنشاء المخطط；预计开工日期；预计动工；预计动工日期',
  completion_plan:
    'Rok završetka；Planirani završetak；تاريخ الانتهاء المتوقع；الانتهاء المتوقع；预计完工；预计完工日期',
  completion_actual: 'تاريخ الانتهاء；完工日期',
  op_plan:
    'Target operasi；Target beroperasi；Плановий термін введення в експлуатацію；Плановий строк введення в експлуатацію；Введення в експлуатацію (план)；بدء التشغيل المتوقع；تاريخ التشغيل المتوقع；التشغيل المتوقع；预计营运；预计营运日期；预计运营；操業予定；開業予定；開業予定日；供用開始予定',
  op_actual: 'بدء التشغيل；تاريخ التشغيل；营运日期；开始营运',
  owner:
    'المسؤول；الشخص المسؤول；Opiekun projektu；Sorumlu；Penanggung jawab；Felelős；Projektfelelős',
  agreement_type:
    "Acuerdo；Tipo de acuerdo；Tipo de contrato；Acordo；Tipo de acordo；Accord；Type d'accord；Nature de l'accord；Art der Vereinbarung；Vertragsart；Tipo di accordo；Rodzaj umowy；Anlaşma türü；Loại thỏa thuận；Jenis perjanjian；Тип соглашения；Вид соглашения；협약유형；협약 유형；계약유형；계약 유형",
  remark:
    'Napomena；Anmärkning；ملاحظات；Uwagi；Poznámka；Notlar；Keterangan；Catatan；Megjegyzés；Megjegyzések',
};
