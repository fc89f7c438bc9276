import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { reminderEndpoints } from '#contract/reminders/endpoints.ts';
import type {
  NewWebhook,
  OwnDigestChoice,
  RemindersPatch,
  TestResult,
  WebhookPatch,
} from '#contract/reminders/schemas.ts';
import type { Language } from '#domain/values/language.ts';
import { call } from '#web/data/transport.ts';

const remindersKey = pageQueryKeys.reminders();
/** The tag of a version, for If-Match. */
const match = (version: number) => ({ 'if-match': `"${version}"` });

/** Reads the settings of reminders. */
export const useReminders = (enabled: boolean) =>
  useQuery({
    queryKey: remindersKey,
    queryFn: ({ signal }) => call(reminderEndpoints.reminders, { signal }),
    enabled,
  });
/** Reads the reader's own choice for the digest, and their calendars. */
export const useOwnDigest = () =>
  useQuery({
    queryKey: pageQueryKeys.ownDigest(),
    queryFn: ({ signal }) => call(reminderEndpoints.ownDigest, { signal }),
  });

/** Sends a change and reads both lists again, also after a rejection. */
function useChange<V, R>(change: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: remindersKey });
      await client.invalidateQueries({ queryKey: pageQueryKeys.ownDigest() });
    },
  });
}
/** Changes the settings of reminders, based on the version that was read. */
export const useChangeReminders = () =>
  useChange(({ patch, version }: { readonly patch: RemindersPatch; readonly version: number }) =>
    call(reminderEndpoints.changeReminders, { body: patch, headers: match(version) }),
  );
/** Adds a webhook. */
export const useAddWebhook = () =>
  useChange((body: NewWebhook) => call(reminderEndpoints.addWebhook, { body }));
/** Changes a webhook. The change names the version that was read. */
export const useChangeWebhook = () =>
  useChange(({ id, version, patch }: { id: string; version: number; patch: WebhookPatch }) =>
    call(reminderEndpoints.changeWebhook, {
      params: { id },
      body: patch,
      headers: match(version),
    }),
  );
/** Removes a webhook by its id. */
export const useEndWebhook = () =>
  useChange((id: string) => call(reminderEndpoints.endWebhook, { params: { id }, body: {} }));
/** Sends a test message to a webhook and says whether it arrived. */
export const useTestWebhook = () =>
  useMutation({
    mutationFn: (id: string): Promise<TestResult> =>
      call(reminderEndpoints.testWebhook, { params: { id }, body: {} }),
  });
/** Sends a test message by the mail server and says whether it was taken. */
export const useTestMail = () =>
  useMutation({
    mutationFn: (body: { readonly to: string; readonly language: Language }): Promise<TestResult> =>
      call(reminderEndpoints.testMail, { body }),
  });
/** Changes the reader's own choice for the digest, based on the version that was read. */
export const useChooseDigest = () =>
  useChange(({ choice, version }: { readonly choice: OwnDigestChoice; readonly version: number }) =>
    call(reminderEndpoints.chooseDigest, { body: choice, headers: match(version) }),
  );
/** Makes a calendar in a language. Its address is in this reply only. */
export const useMakeCalendar = () =>
  useChange((language: Language) => call(reminderEndpoints.makeCalendar, { body: { language } }));
/** Ends a calendar by its id; programs that read it find nothing. */
export const useEndCalendar = () =>
  useChange((id: string) => call(reminderEndpoints.endCalendar, { params: { id }, body: {} }));
