import '#web/styles/all.css';
import { createRoot } from 'react-dom/client';
import { AnswerPage } from '#web/features/requests/answer/answer-page.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(<AnswerPage />);
