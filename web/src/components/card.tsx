import { type ReactNode, useId } from 'react';

export interface CardProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled section. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section className="card px-5 py-5 sm:px-6" aria-labelledby={id}>
      <header className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-[0.9375rem] font-semibold">
          {title}
        </h2>
        {aside !== undefined && <span className="text-muted text-[0.8125rem]">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
