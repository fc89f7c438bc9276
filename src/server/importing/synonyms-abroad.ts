import type { Field } from './synonyms.ts';

/** Header words of registers in Spanish, Korean, Vietnamese and Thai, separated by `；`. Only words that mean one thing. */
export const wordsAbroad: Readonly<Partial<Record<Field, string>>> = {
  project_id:
    'Expediente；Código del proyecto；Clave del proyecto；사업번호；관리번호；프로젝트번호；Mã dự án；Mã số dự án；รหัสโครงการ；เลขที่โครงการ',
  project_name:
    'Denominación del proyecto；Nombre del proyecto；사업명；프로젝트명；과제명；Tên dự án；Tên dự án đầu tư；ชื่อโครงการ；โครงการ',
  investor_name: 'Empresa promotora；Inversionista；Inversor；Promotor；투자기업；투자자；투자사；Nhà đầu tư；Chủ đầu tư；ผู้ลงทุน；นักลงทุน',
  company_name: 'Empresa ejecutora；시행사；사업시행자；Doanh nghiệp dự án；บริษัทโครงการ',
  country: 'País；País de origen；국적；투자국；Quốc gia；Quốc tịch；ประเทศ；สัญชาติ',
  industry: 'Sector económico；업종；산업분야；Ngành nghề；Lĩnh vực；อุตสาหกรรม；ประเภทกิจการ',
  stage: 'Estado de tramitación；Etapa del proyecto；추진단계；추진상황；사업단계；Tình trạng；Tiến độ dự án；สถานะโครงการ；สถานะ；ขั้นตอน',
  total_investment:
    'Inversión prevista；Inversión total；Inversión total prevista；총사업비；총투자액；투자금액；투자규모；투자액；Tổng vốn đầu tư；Vốn đầu tư đăng ký；มูลค่าการลงทุน；เงินลงทุน；มูลค่าโครงการ',
  fai_done_total: 'Inversión ejecutada；Inversión realizada；집행액；투자실적；Vốn thực hiện；Vốn giải ngân；เงินลงทุนจริง',
  jobs_plan:
    'Empleos previstos；Empleos；Puestos de trabajo；고용계획；고용예정인원；고용인원；Số lao động；Lao động；จำนวนการจ้างงาน；การจ้างงาน',
  signed_date: 'Fecha de firma；협약체결일；계약체결일；Ngày ký；วันที่ลงนาม',
  registered_date: 'Fecha de constitución；법인설립일；Ngày cấp GCNĐT；Ngày cấp phép；วันที่จดทะเบียน',
  start_plan: 'Inicio previsto；착공(예정)일；착공예정일；착공예정；Dự kiến khởi công；กำหนดเริ่มก่อสร้าง',
  start_actual: 'Inicio de obra；착공일；Ngày khởi công；วันที่เริ่มก่อสร้าง',
  op_plan: 'Puesta en marcha prevista；가동예정일；가동예정；Dự kiến hoạt động；กำหนดเปิดดำเนินการ',
  owner: 'Responsable；담당자；Người phụ trách；ผู้รับผิดชอบ',
  issue_text: '애로사항；Khó khăn vướng mắc；ปัญหาอุปสรรค',
  remark: 'Observaciones；비고；Ghi chú；หมายเหตุ',
  currency: 'Moneda；Divisa；통화；Loại tiền；สกุลเงิน',
};
