import * as z from 'zod/mini';
import { longestReason } from '../../views/review/decision-forms.tsx';

/** A decision as somebody sends it; the reason is trimmed. */
export interface DecisionForm {
  readonly fingerprint: string;
  readonly verdict: 'approved' | 'rejected';
  readonly reason: string;
}

const FormSchema = z.object({
  fingerprint: z.string(),
  verdict: z.enum(['approved', 'rejected']),
  reason: z.string(),
});

/** Reads the form of a decision. `problem` is a sentence for the person; a form that is none of ours is null. */
export function readDecisionForm(
  body: unknown,
): { readonly form: DecisionForm; readonly problem: string | null } | null {
  const reading = FormSchema.safeParse(body);
  if (!reading.success) return null;
  const form = { ...reading.data, reason: reading.data.reason.trim() };
  return { form, problem: problemOf(form) };
}

function problemOf({ reason }: DecisionForm): string | null {
  if (reason === '') return 'Write the reason: who comes later has to understand the decision.';
  // The browser counts a line break as one character and sends two.
  const length = reason.replaceAll('\r\n', '\n').length;
  return length > longestReason
    ? `The reason has ${length} characters; at most ${longestReason} are kept.`
    : null;
}
