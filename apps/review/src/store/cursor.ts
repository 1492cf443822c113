/** Where a page of the list ends. */
export interface Position {
  readonly updatedAt: Date;
  readonly id: number;
}

/** A position as it stands in the URL. */
export function writeCursor({ updatedAt, id }: Position): string {
  return `${updatedAt.getTime().toString(36)}-${id.toString(36)}`;
}

/** Null when the text is no cursor: somebody edited the URL, and gets the first page. */
export function readCursor(text: string): Position | null {
  const [, time, id] = /^([0-9a-z]{1,9})-([0-9a-z]{1,10})$/.exec(text) ?? [];
  if (time === undefined || id === undefined) return null;
  const position = { updatedAt: new Date(parseInt(time, 36)), id: parseInt(id, 36) };
  const isValid = !Number.isNaN(position.updatedAt.getTime()) && Number.isSafeInteger(position.id);
  return isValid ? position : null;
}
