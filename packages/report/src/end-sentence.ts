/** A message as a sentence: with a full stop, unless it asks something. */
export function endSentence(message: string): string {
  return message.endsWith('?') ? message : `${message}.`;
}
