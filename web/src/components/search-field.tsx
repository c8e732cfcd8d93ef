import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  label: string;
  onSearch: (text: string) => void;
}

/** A box to search in. */
export function SearchField({ label, onSearch, className, ...input }: SearchFieldProps) {
  return (
    <div className={classNames('relative min-w-48 grow', className)}>
      <Search aria-hidden className="text-muted absolute top-2.5 left-3 size-4" />
      <input
        {...input}
        type="search"
        aria-label={label}
        onChange={(event) => onSearch(event.target.value)}
        className="bg-surface border-line-strong shadow-card h-9 w-full rounded-lg border pr-3 pl-9 text-base sm:text-sm"
      />
    </div>
  );
}
