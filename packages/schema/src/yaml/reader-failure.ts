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
