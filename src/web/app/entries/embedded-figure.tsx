import '#web/styles/all.css';
import { createRoot } from 'react-dom/client';
import { EmbedPage } from '#web/features/links/embed/embed-page.tsx';
import '#web/styles/print.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(<EmbedPage />);
