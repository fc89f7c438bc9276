import type { Field } from './synonyms.ts';

/**
 * Header words, separated by `；`, of registers in Polish, Czech, Turkish, Indonesian and Arabic,
 * and further words in Portuguese, French and Chinese. Each word has only one meaning.
 */
export const worldSynonyms: Readonly<Partial<Record<Field, string>>> = {
  project_name:
    'Nazwa inwestycji；Nazwa projektu；Nazwa przedsięwzięcia；Inwestycja；Název projektu；Název investice；Proje；Projenin adı；Nama proyek；Proyek；اسم المشروع；المشروع',
  investor_name:
    'Inwestor；Nazwa inwestora；Wnioskodawca；Investor/Společnost；Yatırımcı firma；Yatırımcı adı；Firma adı；Perusahaan；Nama perusahaan；Pelaku usaha；Penanam modal；Porteur；Entreprise porteuse；المستثمر；اسم المستثمر；الشركة；اسم الشركة',
  country:
    'Kraj；Kraj pochodzenia；Země；Země původu；Ülke；Ülkesi；Menşe ülke；Negara；Negara asal；الدولة；بلد المنشأ；جنسية المستثمر；الجنسية',
  industry:
    'Branża；Sektor；Odvětví；Sektörü；Bidang usaha；Sektor usaha；القطاع；النشاط；نوع النشاط；Setor econômico',
  stage:
    'Etap；Etap inwestycji；Status inwestycji；Fáze；Stav projektu；Aşama；Proje durumu；Status proyek；Tahap；Tahapan；الحالة；حالة المشروع；المرحلة；Avancement du projet；Estágio do projeto',
  total_investment:
    'Nakłady inwestycyjne；Wartość inwestycji；Planowane nakłady；Výše investice；Yatırım bedeli；Toplam yatırım；Nilai investasi；Total investasi；Rencana investasi；قيمة الاستثمار；إجمالي الاستثمار；التكلفة الاستثمارية；حجم الاستثمار；Valor do projeto',
  jobs_plan:
    'Miejsca pracy；Liczba miejsc pracy；Zatrudnienie；Pracovní místa；İstihdam sayısı；Tenaga kerja；Jumlah tenaga kerja；Penyerapan tenaga kerja；فرص العمل；عدد الوظائف；الوظائف；العمالة；Empregos；Empregos diretos；Emplois；Emplois créés ou prévus；Arbeitsplätze；Posti；Addetti previsti',
  start_actual: 'بدء الإنشاء；تاريخ بدء الإنشاء；بداية الإنشاء；开工日',
  start_plan: 'بدء الإنشاء المتوقع；بدء الإنشاء المخطط；预计开工日期；预计动工；预计动工日期',
  completion_plan: 'تاريخ الانتهاء المتوقع；الانتهاء المتوقع；预计完工；预计完工日期',
  completion_actual: 'تاريخ الانتهاء；完工日期',
  op_plan:
    'بدء التشغيل المتوقع；تاريخ التشغيل المتوقع；التشغيل المتوقع；预计营运；预计营运日期；预计运营；操業予定；開業予定；開業予定日；供用開始予定',
  op_actual: 'بدء التشغيل；تاريخ التشغيل；营运日期；开始营运',
  owner: 'المسؤول；الشخص المسؤول；Opiekun projektu；Sorumlu；Penanggung jawab',
  remark: 'ملاحظات；Uwagi；Poznámka；Notlar；Keterangan；Catatan',
};
