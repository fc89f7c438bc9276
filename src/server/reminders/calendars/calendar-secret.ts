import { typedSecret } from '#server/core/checksummed-secret.ts';

/** The secret in the address of a calendar. Calendar programs send no other credentials. */
export const calendarSecret = typedSecret('hwc_');
export const calendarPath = '/calendar/';
/** Makes the path of a calendar from its secret. */
export const calendarAddress = (secret: string): string => `${calendarPath}${secret}.ics`;
