/** One check of a probe, as it is shown in the operation. */
export interface ProbeStep {
  /** Stable kebab-case name, e.g. `checkout`. */
  name: string;
  durationMs: number;
  /** Plain words without secrets. */
  detail: string;
}

export interface ProbeReport {
  steps: readonly ProbeStep[];
  /** Number or id of the order that was placed and removed again. */
  orderReference: string;
}

export interface ProbeResponse {
  status: number;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: string;
}

export interface ProbeRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query on the public URL of the store, e.g. `/shop/`. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON with its content type. */
  json?: unknown;
  /** Default 15 000. */
  timeoutMs?: number;
}

/**
 * One request through the public route: connects to the ingress, sends the store's host, follows no redirect. Rejects on
 * network failures and time-outs with `ROUTE_NOT_ADMITTED`.
 */
export type ProbeHttp = (request: ProbeRequest) => Promise<ProbeResponse>;

export interface PodCommand {
  /** Value of the pod's `app.kubernetes.io/component` label. */
  component: string;
  container: string;
  command: readonly string[];
  /** Written to the command's standard input; the way for secrets. */
  stdin?: string;
  timeoutMs?: number;
}

export interface PodCommandResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** What the platform lends a probe. */
export interface ProbeContext {
  signal: AbortSignal;
  http: ProbeHttp;
  /** Decoded keys of a Secret of the store. Never put them into steps or errors. */
  readSecret: (name: string) => Promise<Readonly<Record<string, string>>>;
  /** Runs a command in a running container of the store, for what must not be reachable from outside. */
  runInPod: (command: PodCommand) => Promise<PodCommandResult>;
  /** Called when a check has passed; the timeline moves. */
  onStep: (step: ProbeStep) => void;
}
