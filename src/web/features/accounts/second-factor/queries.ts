import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import type { Person } from '#contract/accounts/schemas.ts';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import { secondFactorRolesTag } from '#contract/accounts/constants.ts';
import type { PasswordAndCode } from '#contract/accounts/second-factor-schemas.ts';
import type { Role } from '#contract/core/rights.ts';
import { makePasskey } from './passkey-device.ts';
import { call } from '#web/data/transport.ts';

/** Reads the reader's second factors: app, passkeys and unused recovery codes. */
export const useSecondFactor = () =>
  useQuery({
    queryKey: pageQueryKeys.secondStep(),
    queryFn: ({ signal }) => call(secondFactorEndpoints.secondStep, { signal }),
  });

/** Sends a change of a second factor, and reads the account and the people again. */
function useSecondFactorChange<V, R>(change: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(
        [pageQueryKeys.account(), pageQueryKeys.listPeople()].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
/** Turns the authenticator app on and returns new recovery codes. */
export const useTurnOnTotp = () =>
  useSecondFactorChange((body: PasswordAndCode) =>
    call(secondFactorEndpoints.turnOnTotp, { body }),
  );
/** Turns the authenticator app off, with password and code. */
export const useTurnOffTotp = () =>
  useSecondFactorChange((body: PasswordAndCode) =>
    call(secondFactorEndpoints.turnOffTotp, { body }),
  );
/** Replaces the recovery codes; the former ones are void. */
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
/** Removes a passkey, which the password confirms. */
export const useRemovePasskey = () =>
  useSecondFactorChange(({ id, password }: { readonly id: string; readonly password: string }) =>
    call(secondFactorEndpoints.removePasskey, { params: { id }, body: { password } }),
  );
/** Removes all second factors of a person who lost them. */
export const useResetSecondFactor = () =>
  useSecondFactorChange((person: Person) =>
    call(secondFactorEndpoints.resetSecondStep, { params: { id: person.id }, body: {} }),
  );
/** Changes the roles that require a second factor, based on the list that was read. */
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
