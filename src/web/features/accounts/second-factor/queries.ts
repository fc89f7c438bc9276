import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Person } from '#contract/accounts/schemas.ts';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import { secondFactorRolesTag } from '#contract/accounts/constants.ts';
import type { PasswordAndCode } from '#contract/accounts/second-factor-schemas.ts';
import type { Role } from '#contract/core/rights.ts';
import { makePasskey } from './passkey-device.ts';
import { call } from '#web/data/transport.ts';

export const useSecondFactor = () =>
  useQuery({
    queryKey: ['account', 'second-step'],
    queryFn: ({ signal }) => call(secondFactorEndpoints.secondStep, { signal }),
  });

/** Sends a change of a second factor, and reads the account and the people again. */
function useSecondFactorChange<V, R>(change: (value: V) => Promise<R>) {
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
  useSecondFactorChange((body: PasswordAndCode) =>
    call(secondFactorEndpoints.turnOnTotp, { body }),
  );
export const useTurnOffTotp = () =>
  useSecondFactorChange((body: PasswordAndCode) =>
    call(secondFactorEndpoints.turnOffTotp, { body }),
  );
export const useRenewRecoveryCodes = () =>
  useSecondFactorChange((password: string) =>
    call(secondFactorEndpoints.renewRecoveryCodes, { body: { password } }),
  );
/** Checks the password, registers a passkey on the device and stores it. */
export const useAddPasskey = () =>
  useSecondFactorChange(
    async ({ name, password }: { readonly name: string; readonly password: string }) => {
      const answer = await makePasskey(
        await call(secondFactorEndpoints.startPasskey, { body: { password } }),
      );
      return call(secondFactorEndpoints.addPasskey, { body: { name, answer } });
    },
  );
export const useRemovePasskey = () =>
  useSecondFactorChange(({ id, password }: { readonly id: string; readonly password: string }) =>
    call(secondFactorEndpoints.removePasskey, { params: { id }, body: { password } }),
  );
export const useResetSecondFactor = () =>
  useSecondFactorChange((person: Person) =>
    call(secondFactorEndpoints.resetSecondStep, { params: { id: person.id }, body: {} }),
  );
export const useSecondFactorRoles = () =>
  useSecondFactorChange(
    ({
      currentRoles,
      ...body
    }: {
      readonly currentRoles: readonly Role[];
      readonly roles: readonly Role[];
      readonly reason: string;
    }) =>
      call(secondFactorEndpoints.secondStepRoles, {
        body,
        headers: { 'if-match': `"${secondFactorRolesTag(currentRoles)}"` },
      }),
  );
