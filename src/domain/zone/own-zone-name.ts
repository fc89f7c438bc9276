import type { Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

/** The name of an own zone until somebody names it. */
export const ownZoneName: Text = words('本园区', '自分の地区', 'Our zone');

/** Whether somebody has given a name: it is not the one of a zone without a name. */
export const isNamed = (name: Text): boolean => name['zh-CN'] !== ownZoneName['zh-CN'];
