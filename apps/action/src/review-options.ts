import type { DecodeBase64 } from '@topodiff/github';
import type { Inputs } from './inputs.ts';

/** What a review needs besides what it compares. */
export interface ReviewOptions {
  readonly inputs: Inputs;
  readonly decode: DecodeBase64;
  /** `2026-11-27` */
  readonly today: string;
  /** Numeric id of the repository; empty when the runner does not say. */
  readonly repositoryId: string;
  /** All models of the head alone, nothing compared. */
  readonly isHeadAlone: boolean;
}
