import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import { passwordLength } from '#contract/accounts/constants.ts';
import type { OwnAccount, SignOutResult } from '#contract/accounts/schemas.ts';
import { AccountForm } from '#web/features/accounts/parts/account-form.tsx';
import { useAttempt } from '#web/features/accounts/parts/use-attempt.ts';
import { OwnTokens } from '#web/features/accounts/tokens/own-tokens.tsx';
import { useOwnAccount, useSignOut } from '#web/features/accounts/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { forgetPendingMoves } from '#web/data/pending-moves.ts';
import { forgetDrafts } from '#web/data/use-draft.ts';
import { call } from '#web/data/transport.ts';
import { useSession } from '#web/data/view-queries.ts';
import { accountLabels, singleSignOnLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { forgetRecent } from '#web/features/palette/entries.ts';
import { forgetOffline } from '#web/offline/forget.ts';
import { leaveForHome, leaveForOrganisation } from '#web/url/sign-in-address.ts';
import { OwnDigestSection } from '#web/features/reminders/own/own-digest.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorSection } from '#web/features/accounts/second-factor/settings/second-factor-section.tsx';
import { Sessions } from './sessions.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

/** Creates the first account. */
function FirstAccount({ mode }: { readonly mode: string }) {
  const t = useLabels(accountLabels);
  const { pending, failure, attempt } = useAttempt();
  return (
    <section>
      <h2>{t('set_up')}</h2>
      <p className={fieldRowStyles.text}>{t(mode === 'key' ? 'set_up_key_text' : 'set_up_text')}</p>
      <AccountForm
        pending={pending}
        failure={failure}
        submit={t('create')}
        onSubmit={(body) =>
          attempt(async () => {
            await call(accountEndpoints.setUp, { body });
            leaveForHome();
          })
        }
      />
    </section>
  );
}

/**
 * Leaves after a sign-out, and removes drafts, pending moves, recent projects and kept pages from
 * this browser.
 */
async function leave({ address }: SignOutResult): Promise<void> {
  forgetDrafts();
  forgetPendingMoves();
  forgetRecent();
  await forgetOffline().catch(() => undefined);
  if (address === undefined) leaveForHome();
  else leaveForOrganisation(address);
}

function AccountSections({ account }: { readonly account: OwnAccount }) {
  const t = useLabels(accountLabels);
  const ways = useLabels(singleSignOnLabels);
  const signOut = useSignOut();
  const { role } = account;
  return (
    <>
      <section>
        <div className={accountsStyles.head}>
          <div>
            <h2>{account.name}</h2>
            <p className={fieldRowStyles.text}>
              {account.login} · {t('role_is', { role: t(role), may: t(`${role}_may`) })}
            </p>
          </div>
          <div className={accountsStyles.signOut}>
            <Button
              disabled={signOut.isPending}
              onClick={() => signOut.mutate({}, { onSuccess: leave })}
            >
              {t('sign_out')}
            </Button>
            {account.leaves_organisation ? (
              <Button
                disabled={signOut.isPending}
                onClick={() => signOut.mutate({ organisation: true }, { onSuccess: leave })}
              >
                {ways('sign_out_there')}
              </Button>
            ) : null}
          </div>
        </div>
        {signOut.isError ? <ErrorPanel failure={toProblem(signOut.error)} /> : null}
      </section>
      <Sessions sessions={account.sessions} />
      {account.way === 'password' ? (
        <>
          <SecondFactorSection login={account.login} on={account.second_step} />
          <NameForm key={account.name} name={account.name} />
          <PasswordForm
            login={account.login}
            least={
              account.second_step ? passwordLength.leastWithSecondFactor : passwordLength.least
            }
          />
        </>
      ) : (
        <>
          <NameForm key={account.name} name={account.name} />
          <section>
            <h2>{t('password')}</h2>
            <p className={fieldRowStyles.text}>{ways('own')}</p>
          </section>
        </>
      )}
      <OwnDigestSection />
      <OwnTokens account={account} />
    </>
  );
}

/** The account of the person who is signed in, or the form of the first account. */
export function AccountPage() {
  const t = useLabels(accountLabels);
  const session = useSession();
  const own = session.data?.may.includes('own_account') ?? false;
  const account = useOwnAccount(own);
  return (
    <div className={accountsStyles.page}>
      <QueryView query={session}>
        {({ may, mode }) =>
          may.includes('set_up') ? (
            <FirstAccount mode={mode} />
          ) : own ? (
            <QueryView query={account}>
              {(account) => <AccountSections account={account} />}
            </QueryView>
          ) : (
            <p>{t('no_accounts')}</p>
          )
        }
      </QueryView>
    </div>
  );
}
