import { createRoot } from 'react-dom/client';
import { SharedPage } from './pages/reader/shared-page.tsx';
import { loadEveryLanguage } from './i18n/first-view.ts';
import './styles/all.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
await loadEveryLanguage();
createRoot(root).render(<SharedPage />);
