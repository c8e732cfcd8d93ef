/** The mark: an awning over a shop. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <path d="M7 13.5 9 8h14l2 5.500a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0Z" className="fill-on-primary" />
      <path d="M9 18.500V24h14v-5.500" className="stroke-on-primary fill-none stroke-[2.200]" strokeLinejoin="round" />
    </svg>
  );
}
