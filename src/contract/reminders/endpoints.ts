import { defineEndpoints } from '#contract/core/endpoint.ts';
import type { reminderSchemas } from './schemas.ts';

export const reminderEndpoints = defineEndpoints<typeof reminderSchemas>({
  reminders: { method: 'GET', path: '/api/v1/reminders' },
  changeReminders: { method: 'PATCH', path: '/api/v1/reminders' },
  addWebhook: { method: 'POST', path: '/api/v1/reminders/webhooks', creates: true },
  changeWebhook: { method: 'PATCH', path: '/api/v1/reminders/webhooks/:id' },
  endWebhook: { method: 'POST', path: '/api/v1/reminders/webhooks/:id/end' },
  testWebhook: { method: 'POST', path: '/api/v1/reminders/webhooks/:id/test' },
  testMail: { method: 'POST', path: '/api/v1/reminders/test-mail' },
  ownDigest: { method: 'GET', path: '/api/v1/account/digest' },
  chooseDigest: { method: 'PUT', path: '/api/v1/account/digest' },
  makeCalendar: { method: 'POST', path: '/api/v1/account/calendars', creates: true },
  endCalendar: { method: 'POST', path: '/api/v1/account/calendars/:id/end' },
});
