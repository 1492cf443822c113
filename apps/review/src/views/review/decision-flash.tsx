/** What became of a decision just before, told where it was taken. */
export const reviewFlashes = {
  approved: 'Your approval is kept.',
  rejected: 'Your rejection is kept.',
  revoked: 'Your decision is revoked.',
} as const;

/** Says what became of a decision, once, after its form. */
export function DecisionFlash({ flash }: { readonly flash: keyof typeof reviewFlashes }) {
  return (
    <p class="flash" role="status">
      {reviewFlashes[flash]}
    </p>
  );
}
