/** Moves the time zone of digests to the settings of the zone. */
export const zoneTimeZone = (): readonly string[] => [
  'alter table reminder_setting drop column time_zone',
];
