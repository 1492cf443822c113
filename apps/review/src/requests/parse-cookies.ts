/** The cookies of a `Cookie` header by name. Of several with one name the first counts, as the one of the longest path. */
export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    const trimmed = name.trim();
    if (trimmed !== '' && !cookies.has(trimmed)) cookies.set(trimmed, value.trim());
  }
  return cookies;
}
