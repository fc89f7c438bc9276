import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Person } from '#contract/accounts/endpoints.ts';
import {
  secondStepEndpoints,
  secondStepRolesTag,
  type PasswordAndCode,
} from '#contract/accounts/second-factor.ts';
import { passkeyEndpoints } from '#contract/accounts/passkeys.ts';
import type { Role } from '#contract/core/rights.ts';
import { makePasskey } from './passkey-device.ts';
import { call } from '#web/data/transport.ts';

export const useSecondStep = () =>
  useQuery({
    queryKey: ['account', 'second-step'],
    queryFn: ({ signal }) => call(secondStepEndpoints.secondStep, { signal }),
  });

/** A change of the second step; what the account and the people's list say of it is asked for again. */
function useStepChange<V, R>(change: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        [['account'], ['people']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
export const useTurnOnTotp = () =>
  useStepChange((body: PasswordAndCode) => call(secondStepEndpoints.turnOnTotp, { body }));
export const useTurnOffTotp = () =>
  useStepChange((body: PasswordAndCode) => call(secondStepEndpoints.turnOffTotp, { body }));
export const useRenewRecoveryCodes = () =>
  useStepChange((password: string) =>
    call(secondStepEndpoints.renewRecoveryCodes, { body: { password } }),
  );
/** Asks the device for a passkey, once the password was right, and keeps it. */
export const useAddPasskey = () =>
  useStepChange(
    async ({ name, password }: { readonly name: string; readonly password: string }) => {
      const answer = await makePasskey(
        await call(passkeyEndpoints.startPasskey, { body: { password } }),
      );
      return call(passkeyEndpoints.addPasskey, { body: { name, answer } });
    },
  );
export const useRemovePasskey = () =>
  useStepChange(({ id, password }: { readonly id: string; readonly password: string }) =>
    call(passkeyEndpoints.removePasskey, { params: { id }, body: { password } }),
  );
export const useResetSecondStep = () =>
  useStepChange((person: Person) =>
    call(secondStepEndpoints.resetSecondStep, { params: { id: person.id }, body: {} }),
  );
export const useSecondStepRoles = () =>
  useStepChange(
    ({
      held,
      ...body
    }: {
      readonly held: readonly Role[];
      readonly roles: readonly Role[];
      readonly reason: string;
    }) =>
      call(secondStepEndpoints.secondStepRoles, {
        body,
        headers: { 'if-match': `"${secondStepRolesTag(held)}"` },
      }),
  );
