import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

const keys = { reminders: ['reminders'], own: ['own-digest'] } as const;
/** The tag of a version, for If-Match. */
const match = (version: number) => ({ 'if-match': `"${version}"` });

export const useReminders = (enabled: boolean) =>
  useQuery({
    queryKey: keys.reminders,
    queryFn: ({ signal }) => call(reminderEndpoints.reminders, { signal }),
    enabled,
  });
export const useOwnDigest = () =>
  useQuery({
    queryKey: keys.own,
    queryFn: ({ signal }) => call(reminderEndpoints.ownDigest, { signal }),
  });

/** Sends a change and reads both lists again, also after a rejection. */
function useChange<V, R>(change: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keys.reminders });
      await client.invalidateQueries({ queryKey: keys.own });
    },
  });
}
export const useChangeReminders = () =>
  useChange(({ patch, version }: { readonly patch: RemindersPatch; readonly version: number }) =>
    call(reminderEndpoints.changeReminders, { body: patch, headers: match(version) }),
  );
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
export const useEndWebhook = () =>
  useChange((id: string) => call(reminderEndpoints.endWebhook, { params: { id }, body: {} }));
export const useTestWebhook = () =>
  useMutation({
    mutationFn: (id: string): Promise<TestResult> =>
      call(reminderEndpoints.testWebhook, { params: { id }, body: {} }),
  });
export const useTestMail = () =>
  useMutation({
    mutationFn: (body: { readonly to: string; readonly language: Language }): Promise<TestResult> =>
      call(reminderEndpoints.testMail, { body }),
  });
export const useChooseDigest = () =>
  useChange(({ choice, version }: { readonly choice: OwnDigestChoice; readonly version: number }) =>
    call(reminderEndpoints.chooseDigest, { body: choice, headers: match(version) }),
  );
export const useMakeCalendar = () =>
  useChange((language: Language) => call(reminderEndpoints.makeCalendar, { body: { language } }));
export const useEndCalendar = () =>
  useChange((id: string) => call(reminderEndpoints.endCalendar, { params: { id }, body: {} }));
