/** How the connection to a mail server is protected. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** The message that a webhook receives: plain JSON, or the format of a messenger. */
export const webhookForms = ['json', 'wecom', 'dingtalk'] as const;
export type WebhookForm = (typeof webhookForms)[number];

/** The state of a delivery. `unknown`: the server stopped while it sent the message. */
export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * Why a message was not sent. `private_address`: its target is in a private network that the
 * operator did not allow. It holds no address and nothing from the reply of the target.
 */
export const sendFaults = [
  'bad_address',
  'private_address',
  'unknown_name',
  'unreachable',
  'timeout',
  'no_tls',
  'login_refused',
  'refused',
  'redirected',
  'bad_answer',
  'no_key',
  'no_mail_server',
  'no_zone',
  'internal',
] as const;
export type SendFault = (typeof sendFaults)[number];

/** The largest number of webhooks of a zone, and of calendars of one account. */
export const reminderLimits = { webhooks: 20, calendars: 5 } as const;
/** The channel of an account's digest that is no webhook. */
export const emailChannel = 'email';
