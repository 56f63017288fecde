import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';

/** Hears whatever reaches this computer's loopback: plain connections and, for STUN, packets. */
export interface Listener {
  readonly tcp: number;
  readonly udp: number;
  readonly heard: string[];
  close(): Promise<void>;
}

export async function listen(): Promise<Listener> {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const server = createSocketServer((socket) => {
    heard.push('connection');
    open.add(socket);
    socket.on('data', (data) => {
      heard.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n');
    });
    socket.on('error', () => socket.destroy());
  });
  const packets = createSocket('udp4', () => heard.push('packet'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => packets.bind(0, '127.0.0.1', done));
  return {
    tcp: (server.address() as AddressInfo).port,
    udp: packets.address().port,
    heard,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((done) => packets.close(done));
      await new Promise((done) => server.close(done));
    },
  };
}

/** A page and a worker without any protection: the control that shows that the listener would hear. */
export async function servePlain(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const script = request.url?.endsWith('.js') ?? false;
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(
      script ? 'self.onmessage = () => {};' : '<!doctype html><title>Plain</title><script>new Worker("w.js")</script>',
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
