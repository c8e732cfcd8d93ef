import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A TCP forward from a port of 127.0.0.1. */
export interface Forward {
  close(): Promise<void>;
}

/** Forwards a local port to the address, so that a browser on the machine reaches the node's ingress. */
export async function startForward(port: number, to: { host: string; port: number }): Promise<Forward> {
  const open = new Set<Socket>();
  const track = (socket: Socket): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  const server: Server = createServer((client) => {
    const target = connect(to);
    track(client);
    track(target);
    client.pipe(target).pipe(client);
    // Either end may vanish at any time; then the other has nobody to talk to.
    client.on('error', () => target.destroy());
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
    target.on('close', () => client.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
