import type { ProblemCode } from '../document/model-config-document.ts';

/** Why a reader refuses a text. Thrown inside the readers only; `readYaml` turns it into a value. */
export class ReaderFailure extends Error {
  readonly code: ProblemCode;
  /** UTF-16 offsets of the place at fault. */
  readonly start: number;
  readonly end: number;
  /** The Java exception that SnakeYAML lets through, when it is none of its own. */
  readonly crash: string | undefined;

  constructor(code: ProblemCode, message: string, start: number, end: number = start + 1, crash?: string) {
    super(message);
    this.code = code;
    this.start = start;
    this.end = end;
    this.crash = crash;
  }
}

/** A name from the file as a message can show it. */
export function shorten(name: string): string {
  const characters = Array.from(name);
  return characters.length <= 40 ? name : `${characters.slice(0, 39).join('')}…`;
}
