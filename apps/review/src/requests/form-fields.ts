/** The fields of a form by name, whatever a client sent: a field that is given twice is a list. */
export function formFields(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}
