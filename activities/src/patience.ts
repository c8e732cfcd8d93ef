/** How long a bad sign must last before it is believed, in milliseconds. Tests use shorter ones. */
export interface Patience {
  /** A pull may fail once or twice before it works. */
  imagePullMs: number;
  /** A volume is provided by another controller. */
  volumeMs: number;
  /** The scheduler may wait for room or for a volume. */
  schedulingMs: number;
  /** A refusal by quota or policy; controllers create again by themselves. */
  refusalMs: number;
  /** Restarts of one container after which it is a crash loop. */
  crashRestarts: number;
  /** A namespace or a volume goes away by itself, or something holds it. */
  teardownMs: number;
  /** An ingress controller takes a new route. */
  routeMs: number;
}

export const defaultPatience: Patience = {
  imagePullMs: 45_000,
  volumeMs: 90_000,
  schedulingMs: 120_000,
  refusalMs: 20_000,
  crashRestarts: 4,
  teardownMs: 120_000,
  routeMs: 60_000,
};
