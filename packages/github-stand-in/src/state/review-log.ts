import type { Account, App } from './account.ts';
import type { Registrar } from './registrar.ts';
import type { Review, ReviewComment, ReviewRemark, ReviewState } from './review.ts';

/** A review to add, its author found already. */
export interface NewReview {
  readonly author: Account;
  readonly state: ReviewState;
  readonly body: string;
  readonly commitId: string;
  readonly mergeBaseSha: string | null;
  readonly remarks: readonly ReviewRemark[];
  readonly app: App | null;
}

/** The reviews of one pull request and what they say about lines, oldest first. */
export class ReviewLog {
  readonly #registrar: Registrar;
  readonly #reviews: Review[] = [];
  readonly #comments: ReviewComment[] = [];

  constructor(registrar: Registrar) {
    this.#registrar = registrar;
  }

  get reviews(): readonly Review[] {
    return this.#reviews;
  }

  get comments(): readonly ReviewComment[] {
    return this.#comments;
  }

  add({ remarks, mergeBaseSha, ...rest }: NewReview): Review {
    const now = this.#registrar.now();
    const review: Review = { id: this.#registrar.takeId(), ...rest, submittedAt: now };
    this.#reviews.push(review);
    for (const { path, line, side = 'RIGHT', startLine = null, startSide = null, body } of remarks) {
      this.#comments.push({
        id: this.#registrar.takeId(),
        reviewId: review.id,
        author: review.author,
        path,
        line,
        side,
        startLine,
        startSide: startLine === null ? null : (startSide ?? side),
        body,
        commitId: review.commitId,
        mergeBaseSha,
        createdAt: now,
        updatedAt: now,
      });
    }
    return review;
  }

  /** Undefined when there is no such review here. */
  dismiss(id: number): Review | undefined {
    const at = this.#reviews.findIndex((review) => review.id === id);
    const review = this.#reviews[at];
    if (review === undefined) return undefined;
    const dismissed: Review = { ...review, state: 'DISMISSED' };
    this.#reviews[at] = dismissed;
    return dismissed;
  }
}
