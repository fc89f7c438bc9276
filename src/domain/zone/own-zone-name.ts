import type { Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

/** The name of an own zone until somebody names it. */
export const ownZoneName: Text = words('本园区', '自分の地区', 'Our zone');
