const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  Pi: 1024 ** 5,
  Ei: 1024 ** 6,
};

/** A quantity of Kubernetes such as `250m`, `1.5Gi` or `2e3` as a plain number; NaN where it is none. */
export function readQuantity(quantity: string): number {
  const { number, suffix = '' } =
    /^(?<number>[+-]?[\d.]+(?:[eE][+-]?\d+)?)(?<suffix>[A-Za-z]*)$/.exec(quantity)?.groups ?? {};
  return Number(number) * (factors[suffix] ?? Number.NaN);
}
