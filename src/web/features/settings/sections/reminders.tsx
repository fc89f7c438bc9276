import { ReminderSettings } from '#web/features/reminders/settings/reminder-settings.tsx';

/** The digests of the zone and how they are sent. */
export const DigestSettings = () => <ReminderSettings />;
