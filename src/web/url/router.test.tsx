import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  BrowserRouter,
  Link,
  MemoryRouter,
  Redirect,
  useLocation,
  useNavigate,
} from './router.tsx';

function Here() {
  const { pathname, search, state, key } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="address">{pathname + search}</output>
      <output aria-label="state">{JSON.stringify(state)}</output>
      <output aria-label="key">{key}</output>
      <button type="button" onClick={() => navigate('?q=1', { state: { search: true } })}>
        search
      </button>
      <Link to="/projects?q=a">projects</Link>
      <Link to="/zone" target="_blank">
        other tab
      </Link>
    </>
  );
}
const read = (label: string): string | null => screen.getByLabelText(label).textContent;
const entries = (): number => history.length;

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(() => vi.restoreAllMocks());

test('a link opens its page without loading the document and adds an entry to the history', () => {
  render(<Here />, { wrapper: BrowserRouter });
  const before = entries();
  expect(fireEvent.click(screen.getByText('projects'))).toBe(false);
  expect(read('address')).toBe('/projects?q=a');
  expect(location.pathname + location.search).toBe('/projects?q=a');
  expect(entries()).toBe(before + 1);
});

test('a link to the present address adds no entry to the history', () => {
  history.replaceState(null, '', '/projects?q=a');
  render(<Here />, { wrapper: BrowserRouter });
  const before = entries();
  fireEvent.click(screen.getByText('projects'));
  expect(entries()).toBe(before);
});

test.each([
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { button: 1 },
])('a press with %o is left to the browser', (how) => {
  render(<Here />, { wrapper: BrowserRouter });
  // jsdom follows no link
  vi.spyOn(console, 'error').mockImplementation(() => {});
  fireEvent.click(screen.getByText('projects'), how);
  expect(read('address')).toBe('/');
});

test('a link of another tab is left to the browser', () => {
  render(<Here />, { wrapper: BrowserRouter });
  fireEvent.click(screen.getByText('other tab'));
  expect(read('address')).toBe('/');
});

test('a link whose press was handled already opens nothing', () => {
  render(
    <MemoryRouter>
      <Here />
      <Link to="/zone" onClick={(event) => event.preventDefault()}>
        handled
      </Link>
    </MemoryRouter>,
  );
  fireEvent.click(screen.getByText('handled'));
  expect(read('address')).toBe('/');
});

test('a search alone keeps the path, hands over the state and makes a new key', () => {
  history.replaceState(null, '', '/projects');
  render(<Here />, { wrapper: BrowserRouter });
  const key = read('key');
  fireEvent.click(screen.getByText('search'));
  expect(read('address')).toBe('/projects?q=1');
  expect(read('state')).toBe('{"search":true}');
  expect(read('key')).not.toBe(key);
});

test('a question mark without a search ends the search', () => {
  const Clear = () => {
    const navigate = useNavigate();
    return (
      <button type="button" onClick={() => navigate('?')}>
        clear
      </button>
    );
  };
  render(
    <MemoryRouter address="/projects?q=1">
      <Here />
      <Clear />
    </MemoryRouter>,
  );
  expect(read('address')).toBe('/projects?q=1');
  fireEvent.click(screen.getByText('clear'));
  expect(read('address')).toBe('/projects');
});

test('the page follows the browser back to the state of the former address', async () => {
  render(<Here />, { wrapper: BrowserRouter });
  fireEvent.click(screen.getByText('search'));
  fireEvent.click(screen.getByText('projects'));
  await act(async () => {
    const came = new Promise((done) => addEventListener('popstate', done, { once: true }));
    history.back();
    await came;
  });
  expect(read('address')).toBe('/?q=1');
  expect(read('state')).toBe('{"search":true}');
});

test('a redirection takes the place of the address in the history', () => {
  const before = entries();
  render(
    <BrowserRouter>
      <Redirect to="/settings/targets" />
      <Here />
    </BrowserRouter>,
  );
  expect(read('address')).toBe('/settings/targets');
  expect(entries()).toBe(before);
});
