import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came of a request whose bytes a test sends itself. */
export interface RawOutcome {
  /** Null: the connection was cut without an answer. */
  readonly status: number | null;
  /** From the first byte to the end of the connection. */
  readonly milliseconds: number;
}

/** A request on a connection of its own. */
export interface RawRequest {
  readonly socket: Socket;
  /** Settles when the answer has begun; false when the connection ends without one. */
  readonly answered: Promise<boolean>;
  /** Settles when the connection ends. */
  readonly ended: Promise<RawOutcome>;
}

/** Connects and sends the beginning of a request, without its body; an empty last line ends the headers. */
export function beginRequest(url: string, line: string, headers: readonly string[]): RawRequest {
  const { hostname, port, host } = new URL(url);
  const begin = performance.now();
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('latin1');
  const firstPart = new Promise<boolean>((settle) => {
    socket.on('data', (part: string) => {
      text += part;
      settle(true);
    });
    socket.once('close', () => settle(false));
  });
  socket.on('error', () => undefined); // being cut off is an outcome
  const ended = new Promise((settle) => socket.once('close', settle)).then(() => ({
    // Behind `100 Continue` the real answer comes.
    status:
      Number(/^(?:HTTP\/1\.1 100 [^]*?\r\n\r\n)?HTTP\/1\.1 (?!100)(\d{3}) /.exec(text)?.[1] ?? NaN) || null,
    milliseconds: performance.now() - begin,
  }));
  socket.write(`${[`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers].join('\r\n')}\r\n`);
  return { socket, answered: firstPart, ended };
}

/** Sends one byte, and the next a while later, until the connection ends. */
export function drip({ socket }: RawRequest, milliseconds: number): void {
  const timer = setInterval(() => socket.write('x'), milliseconds);
  socket.once('close', () => clearInterval(timer));
}

/** Sends so many megabytes as fast as they are taken, until there is an answer. */
export async function pour(
  { socket, answered }: RawRequest,
  megabytes: number,
  frame: (chunk: Buffer) => Buffer = (chunk) => chunk,
): Promise<void> {
  let isOver = false;
  const over = answered.then(() => void (isOver = true));
  const chunk = frame(Buffer.alloc(1_000_000, 'x'));
  for (let sent = 0; sent < megabytes && !isOver; sent += 1) {
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), over]);
  }
}
