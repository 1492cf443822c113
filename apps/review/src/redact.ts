const secretNames = /code|state|token|secret|key|password|signature|csrf/i;

/** A path with its query, without the values of parameters that may open something. */
export function redactUrl(url: string): string {
  const start = url.indexOf('?');
  if (start === -1) return redactText(url);
  const query = url
    .slice(start + 1)
    .split('&')
    .map((parameter) => {
      const [name = ''] = parameter.split('=', 1);
      // A value may be an address with a query of its own.
      const names = decode(parameter.slice(name.length + 1)).match(/(?<=[?&])[^=&]{1,100}(?==)/g) ?? [];
      const isSecret = [decode(name), ...names].some((one) => secretNames.test(one));
      return isSecret ? `${name}=[redacted]` : parameter;
    })
    .join('&');
  return redactText(`${url.slice(0, start)}?${query}`);
}

/** A text without what looks like a credential: tokens of GitHub, JSON Web Tokens, passwords in addresses. */
export function redactText(text: string): string {
  return text
    .replace(/\b(?:gh[a-z]_|github_pat_|tdr_)\w+/g, '[redacted]')
    .replace(/(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[redacted]')
    .replace(/\b(bearer|basic) [\w+/=.~-]+/gi, '$1 [redacted]')
    .replace(/(:\/\/[^\s:/@]*):[^\s/@]+@/g, '$1:[redacted]@');
}

/** A name may be percent-encoded, and one that is badly encoded is looked at as it stands. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
