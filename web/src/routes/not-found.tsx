import { usePageTitle } from '../components/page.tsx';
import { NothingHere } from './nothing-here.tsx';

export function NotFoundPage() {
  usePageTitle('No such page');
  return (
    <main className="grid min-h-dvh place-content-center">
      <NothingHere title="There is no such page">The address may be mistyped, or what it showed has moved.</NothingHere>
    </main>
  );
}
