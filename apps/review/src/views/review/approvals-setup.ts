import type { Identity } from '../../auth/identity.ts';
import type { Decision } from '../../store/store.ts';
import type { PageIds } from '../parts/page-ids.ts';
import type { reviewFlashes } from './decision-flash.tsx';

/** A decision that was not taken, and why. */
export interface DecisionDraft {
  readonly fingerprint: string;
  readonly reason: string;
  readonly problem: string;
}

/** What the forms of a review need to know. */
export interface ApprovalsSetup {
  readonly identity: Identity;
  readonly csrfToken: string;
  /** Path of the review. */
  readonly path: string;
  readonly number: number;
  readonly author: string;
  /** An older report is shown: what it asks for may not be asked for any more. */
  readonly isNewest: boolean;
  readonly decisions: readonly Decision[];
  /** What was refused just now, so that nobody writes his reason twice. */
  readonly draft: DecisionDraft | null;
  readonly flash: keyof typeof reviewFlashes | null;
  readonly ids: PageIds;
  /** Paths of the models that the page shows. */
  readonly shownPaths: ReadonlySet<string>;
}
