import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  sign_in_with: (v) => `使用${v.name === '' ? '单位账户' : ` ${v.name} `}登录`,
  or_password: '或使用本系统的密码',
  why_no_account:
    '单位身份已确认，但您在这里没有账户，或账户已停用。请本系统的系统管理员按单位已验证的电子邮箱，或单位的用户标识（sub）邀请您。',
  why_cancelled: '您没有在单位完成登录。需要时可以重试。',
  why_over: '本次登录已超过十分钟，或已经完成。请重新开始。',
  why_unavailable: '单位的登录服务目前没有响应。请几分钟后重试；在这里有密码的人员可先用密码登录。',
  why_refused: '单位登录服务的答复无法核实，因此没有登录。请重试；如再次出现，请告知系统管理员。',
  why_too_often: '来自此网络的尝试过多。请等一分钟再试。',
  way: '登录方式',
  way_link: '通过链接自设密码',
  way_organisation: (v) => `使用${v.name === '' ? '单位账户' : ` ${v.name}`}`,
  way_hint: '以此电子邮箱（须经单位验证）首次登录时即创建账户，无需发送任何内容。',
  subject: '单位用户标识（sub）',
  subject_hint: '仅在单位不验证电子邮箱时填写。用户名可由本人自选，不能作为依据。',
  address_needed: '请填写电子邮箱，或在下方填写用户标识',
  awaited: (v) =>
    `${v.login} 可在${v.time}前以单位账户登录。没有链接需要发送，请告知对方本系统的地址。`,
  for_account: '新账户（单位账户登录）',
  for_move: '由密码改为单位账户',
  move: '改为以单位账户登录',
  awaited_move: (v) =>
    `在${v.time}前以 ${v.login} 首次使用单位账户登录后，单位账户即取代密码；此前密码仍可使用。`,
  sign_out_there: '同时退出单位账户',
  back_to_password: '改用密码的链接（不再用单位账户）',
  step_there: '由单位核验',
  own: '您以单位账户登录，在这里没有密码；请在单位修改密码。',
};
