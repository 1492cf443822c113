/** A repository path for a URL: its `/` stay, everything else that could mean something is percent-encoded. */
export function encodeUrlPath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** An http(s) URL that is safe as the destination of a Markdown link; null when it is no such URL. */
export function linkDestination(url: string): string | null {
  if (!/^https?:\/\/[^\s/]/i.test(url)) return null;
  return url.replace(/[^\w\-.~:/?#@!$&*+,;=%]/gu, encodeSegment);
}

function encodeSegment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
