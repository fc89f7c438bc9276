/** The time zone of digests has become a setting of the zone. */
export const zoneTimeZone = (): readonly string[] => [
  'alter table reminder_setting drop column time_zone',
];
