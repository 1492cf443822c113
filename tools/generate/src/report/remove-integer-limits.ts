/** zod writes the limits of JavaScript's safe integers on every integer; they say nothing about the format. */
export function removeIntegerLimits({
  jsonSchema,
}: {
  readonly jsonSchema: { minimum?: number; maximum?: number };
}): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
