import { ReminderSettings } from '#web/features/reminders/settings/reminder-settings.tsx';

/** The digests of the zone and where they go. */
export const DigestSettings = () => <ReminderSettings />;
