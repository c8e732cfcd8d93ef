/** What a part is doing, as the progress display shows it. */
export type PartState = 'waiting' | 'building' | 'starting' | 'ready' | 'failed' | 'skipped' | 'stopping';

/** What a starting part may tell and use. */
export interface PartContext {
  readonly signal: AbortSignal;
  /** Shows what the part is doing right now, for example `building 120 of 900 packages`. */
  readonly report: (state: Extract<PartState, 'building' | 'starting'>, detail: string) => void;
  /** Says something worth a line of its own, also long after the start: "API server died, restarted". */
  readonly notice: (message: string) => void;
}

/** What is left to do for a started part. */
export interface RunningPart {
  /** Shown beside `ready`: usually an address. */
  readonly detail?: string;
  stop?(): Promise<void>;
}

/** One thing that the stack brings up. Parts start as soon as all the parts that they need are ready. */
export interface Part {
  readonly name: string;
  readonly needs: readonly string[];
  /** Looks for what would keep the part from starting, before any part is started. Throws a StackError that names the fix. */
  check?(): Promise<void>;
  start(context: PartContext): Promise<RunningPart>;
}
