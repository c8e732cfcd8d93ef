import { Link, type LinkProps } from '@tanstack/react-router';

export interface Tab {
  to: NonNullable<LinkProps['to']>;
  label: string;
}

/** The parts of a page, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={label} className="border-line -mt-2 mb-6 flex gap-1 overflow-x-auto border-b">
      {tabs.map(({ to, label: text }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          className="text-muted hover:text-ink -mb-px border-b-2 border-transparent px-3 py-2 whitespace-nowrap focus-visible:-outline-offset-2"
          activeProps={{ className: 'border-primary! text-ink! font-medium' }}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
