import { connect } from 'node:net';

/** Everything that the server says to these bytes until it closes the connection; the text has one byte per character. */
export function exchange(port: number, bytes: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.on('error', () => resolve(answer));
  socket.on('close', () => resolve(answer));
  return promise;
}

/** A request whose headers no client would send. */
export function rawRequest(head: string, headers: readonly string[], body = ''): string {
  const all = [head, 'Host: localhost', 'Connection: close', ...headers];
  if (body !== '') all.push(`Content-Length: ${body.length}`);
  return `${all.join('\r\n')}\r\n\r\n${body}`;
}

/** The status line and headers of an answer, without its body. */
export function headOf(answer: string): string {
  return answer.split('\r\n\r\n', 1)[0] ?? '';
}
