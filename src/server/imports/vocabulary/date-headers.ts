import type { Field } from './synonyms.ts';

/** Headings of dates, separated by `；`, that agencies for investment use, by field. */
export const dateHeaders: Readonly<Partial<Record<Field, string>>> = {
  first_contact_date:
    'Lead date；Date of lead；Enquiry date；Inquiry date；Date of enquiry；Date of inquiry；Enquiry received；Inquiry received；Date of first contact；Contact date；首次接触日期；首次接触时间；首次对接时间；引合日；問い合わせ日；問合せ日；初回面談日；Fecha de consulta；Fecha de contacto；Fecha de primer contacto；Data contatto；Data primo contatto；Data di primo contatto；Data richiesta；Date du premier contact；Date de premier contact；Premier contact；Date de prise de contact；Data do primeiro contato；Data do primeiro contacto；Datum des Erstkontakts；Erstkontakt',
  last_update:
    'ปรับปรุงล่าสุด；วันที่ปรับปรุง；Cập nhật；Ngày cập nhật；Fecha de actualización；Última actualización；Actualizado al；Data de atualização；Última atualização；Atualizado em；Data aggiornamento；Ultimo aggiornamento；Aggiornato al；Date de mise à jour；Mis à jour le；Aktualisiert am；Letzte Aktualisierung；Data aktualizacji',
  negotiation_date:
    'Start of negotiations；Negotiation start date；Fecha de negociación；Inicio de negociación；Data trattativa；Data inizio trattativa',
  signed_date:
    '签署日期；签署时间；签订日期；签订时间；签约日；Date of signing；Signature date；Date of signature；Date of agreement；Date of contract；契約日；協定日；立地協定日；立地協定締結日；Fecha de contrato；Fecha del contrato；Fecha de convenio；Data firma；Data contratto；Data del contratto；Data accordo',
  registered_date:
    'Licence date；License date；Date of licence；Date of license；Licence issue date；License issue date；Date licensed；Date of incorporation；Incorporation date；Date of registration；Approval date；Date of approval；Permit date；审批日期；批复日期；核准日期；拿地时间；许可日期；許可日；認可日；認定日；Fecha de aprobación；Fecha de licencia；Fecha de registro；Fecha de autorización；Data approvazione；Data di approvazione；Data autorizzazione；Data di autorizzazione；Data costituzione',
  start_actual:
    'Groundbreaking date；Ground-breaking date；Date of groundbreaking；Construction start date；Construction started；Start of construction；Inicio de obras；Fecha de inicio de obra；Fecha de inicio de obras；Data inizio lavori；Data di inizio lavori；Data apertura cantiere；动工日期',
  completion_actual: 'Data fine lavori；Data di fine lavori；Fecha de fin de obra；工事完了日',
  op_actual:
    'Start of operations；Operations started；Production started；Production start date；运营日期；Fecha de inicio de operaciones',
};
