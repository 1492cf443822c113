import { setTimeout as sleep } from 'node:timers/promises';

/** One upload as a client sends it, again and again until it is answered. */
export interface Sending {
  /** Which body: a repeat has the index of the one that it repeats. */
  readonly index: number;
  readonly body: string;
  /** Whether the client gives up when its connection breaks, so that nobody acknowledges the upload. */
  readonly isGivenUp: boolean;
}

/** What a client got for its upload. */
export interface Acknowledgement {
  readonly index: number;
  readonly status: number;
  readonly revisionId: string;
}

/** What the clients send to, while the service comes and goes. */
export interface Target {
  /** Where the service is now. */
  readonly url: () => string;
  readonly token: string;
  readonly onAcknowledged: (count: number) => void;
}

/** Sends everything with so many clients at once. Throws on an answer that is no acknowledgement. */
export async function sendUploads(
  sendings: readonly Sending[],
  clients: number,
  target: Target,
): Promise<readonly Acknowledgement[]> {
  const acknowledgements: Acknowledgement[] = [];
  const waiting = sendings.values();
  const failure = new AbortController();
  const work = async (): Promise<void> => {
    // The clients share the iterator: each takes what comes next.
    for (const sending of waiting) {
      const acknowledgement = await sendUntilAnswered(sending, target, failure.signal);
      if (acknowledgement === null) continue;
      acknowledgements.push(acknowledgement);
      target.onAcknowledged(acknowledgements.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, work));
  } finally {
    failure.abort(); // the clients that are left when one fails would try forever
  }
  return acknowledgements;
}

async function sendUntilAnswered(
  { index, body, isGivenUp }: Sending,
  { url, token }: Target,
  signal: AbortSignal,
): Promise<Acknowledgement | null> {
  for (;;) {
    signal.throwIfAborted();
    const answer = await send(url(), token, body);
    if (answer === null && isGivenUp) return null;
    // 503: it has its port again and not yet its store.
    if (answer === null || answer.status === 503) {
      await sleep(100);
      continue;
    }
    if (answer.status !== 200 && answer.status !== 201) {
      throw new Error(`Upload ${index} got ${answer.status}: ${answer.text}`);
    }
    const { revisionId } = JSON.parse(answer.text) as { readonly revisionId: string };
    return { index, status: answer.status, revisionId };
  }
}

/** The whole answer; null when the connection breaks before its end. */
async function send(url: string, token: string, body: string) {
  try {
    const response = await fetch(`${url}/api/reports`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body,
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}
