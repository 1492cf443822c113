import type { Request, Response } from 'express';

/** How long a client whose body we do not read gets to read our answer, in milliseconds. */
const lingering = 1_000;
/** Smaller bodies are read and thrown away, so that the connection can be used again. */
const smallBody = 100_000;

function hasLargeBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > smallBody;
}

/**
 * Sees to it that a refused body is not read to its end, which Node does by itself after an answer. The connection is
 * closed a moment later and not at once: that could take the answer from a client that is still sending.
 */
export function leaveBodyUnread(request: Request, response: Response): void {
  if (request.readableEnded || !hasLargeBody(request)) return;
  request.pause();
  request.read(); // what has arrived: Node reads and throws away only bodies that nobody began to read
  // To a client that asked for it, Node would close the connection right behind the answer.
  response.setHeader('Connection', 'keep-alive');
  response.once('finish', () => {
    setTimeout(() => request.socket.destroy(), lingering).unref();
  });
}
