import type { Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

/** Names of the parts of a declared status, and of the status computed from milestones. */
export const declaredStatusTerms = {
  computed_status: words('计算状态', '計算による状況', 'Computed status'),
  declared_status: words('申报状态', '申告状況', 'Declared status'),
  declared_reason: words('申报原因', '申告の理由', 'Reason for the declared status'),
  declared_by: words('申报人', '申告者', 'Declared by'),
  declared_on: words('申报日期', '申告日', 'Declared on'),
  declared_until: words('申报有效期至', '申告の有効期限', 'Declared until'),
} as const satisfies Readonly<Record<string, Text>>;
