import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import type { NewInvitation, Person, PersonPatch } from '#contract/accounts/schemas.ts';
import { call } from '#web/data/transport.ts';
import { useChange } from '#web/loading/use-change.ts';

/** Reads the reader's own account with its sessions. */
export const useOwnAccount = (enabled: boolean) =>
  useQuery({
    queryKey: pageQueryKeys.account(),
    queryFn: ({ signal }) => call(accountEndpoints.account, { signal }),
    enabled,
  });
/** Reads the accounts and the open invitations. */
export const usePeople = () =>
  useQuery({
    queryKey: pageQueryKeys.listPeople(),
    queryFn: ({ signal }) => call(accountEndpoints.listPeople, { signal }),
  });

/** Changes the reader's own name. */
export const useChangeName = () =>
  useChange((name: string) => call(accountEndpoints.changeName, { body: { name } }));
/** Changes the reader's own password, which the present one confirms. */
export const useChangePassword = () =>
  useChange((body: { readonly current: string; readonly password: string }) =>
    call(accountEndpoints.changePassword, { body }),
  );
/** Ends one session of the reader, or without an id all others. */
export const useEndSession = () =>
  useChange((id: string | undefined) =>
    id === undefined
      ? call(accountEndpoints.endOtherSessions, { body: {} })
      : call(accountEndpoints.endSession, { params: { id }, body: {} }),
  );
/** Signs out here, or with `organisation` at the organisation too. */
export const useSignOut = () =>
  useMutation({
    mutationFn: (body: { readonly organisation?: true }) =>
      call(accountEndpoints.signOut, { body }),
  });

/**
 * Sends a change of people. Reads the list again even after a rejection, since another admin may
 * have changed it.
 */
function usePeopleChange<V, R>(change: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: pageQueryKeys.listPeople() }),
  });
}
/** Makes an invitation. Its link is in this reply only. */
export const useInvite = () =>
  usePeopleChange((body: NewInvitation) => call(accountEndpoints.invite, { body }));
/** Ends an invitation by its id. */
export const useEndInvitation = () =>
  usePeopleChange((id: string) =>
    call(accountEndpoints.endInvitation, { params: { id }, body: {} }),
  );
/** Changes the role or the state of an account. */
export const useChangePerson = () =>
  usePeopleChange(({ person, patch }: { readonly person: Person; readonly patch: PersonPatch }) =>
    call(accountEndpoints.changePerson, {
      params: { id: person.id },
      body: patch,
      headers: { 'if-match': `"${person.version}"` },
    }),
  );
/** Ends all sessions of an account. */
export const useEndPersonSessions = () =>
  usePeopleChange((person: Person) =>
    call(accountEndpoints.endPersonSessions, { params: { id: person.id }, body: {} }),
  );
/** Makes a link by which a person sets a new password. */
export const useAskNewPassword = () =>
  usePeopleChange((person: Person) =>
    call(accountEndpoints.askNewPassword, { params: { id: person.id }, body: {} }),
  );
