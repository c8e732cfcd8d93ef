/** A bar beside its number; the number is what is read. */
export function Bar({ share, mark }: { share: number; mark?: number }) {
  return (
    <span aria-hidden className="bg-line/60 relative block h-2 overflow-hidden rounded-full">
      {mark !== undefined && (
        <span className="bg-accent/30 absolute inset-y-0 left-0 rounded-full" style={{ width: percent(mark) }} />
      )}
      <span className="bg-accent absolute inset-y-0 left-0 rounded-full" style={{ width: percent(share) }} />
    </span>
  );
}

function percent(share: number): string {
  return `${(100 * Math.min(1, Math.max(0, share))).toFixed(1)}%`;
}
