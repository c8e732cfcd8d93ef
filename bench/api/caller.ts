export interface Answer {
  status: number;
  body: unknown;
}

export type Caller = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Requests as an API token's holder. */
export function createCaller(url: string, token: string): Caller {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
}
