import '#web/styles/all.css';
import { createRoot } from 'react-dom/client';
import { SignInPage } from '#web/features/accounts/sign-in/sign-in-page.tsx';
import { forgetOffline } from '#web/offline/forget.ts';
import '#web/styles/print.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(<SignInPage />);
// nobody is signed in here
void forgetOffline().catch(() => undefined);
