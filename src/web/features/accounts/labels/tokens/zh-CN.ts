import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  tokens: '接口密钥',
  tokens_text:
    '脚本凭接口密钥以您的身份访问，权限以您所给的角色为限，不能接触人员、密码和其他接口密钥。退出登录或修改密码不会使接口密钥失效。',
  name: '名称',
  name_hint: '写明脚本的用途，如“夜间导入”。脚本所做的更改将同时署您的姓名和此名称。',
  name_taken: '已有接口密钥使用此名称，请换一个。',
  role: '角色',
  days: '有效期',
  day_count: (v) => `${v.n}天`,
  make: '创建接口密钥',
  ready: (v) =>
    `接口密钥“${v.name}”只显示这一次，请存放在只有该脚本可以读取的地方。有效期至${v.day}。`,
  token: '接口密钥',
  owner: '持有人',
  role_less: (v) => `实际按${v.role}执行：不超过持有人的权限`,
  until: '有效期至',
  expired: '已过期',
  used: '最近使用',
  never: '从未使用',
  end: '结束',
  end_title: (v) => `结束接口密钥“${v.name}”？`,
  end_text: '使用它的脚本将立即被拒绝，且无法恢复。',
  keep: '保留',
  none: '尚无接口密钥。',
  everybody: '全部接口密钥',
};
