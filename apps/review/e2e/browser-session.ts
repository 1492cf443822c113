/** An answer after its redirects. */
export interface PageAnswer {
  readonly status: number;
  readonly url: string;
  readonly text: string;
}

/** A person's browser without scripts: it keeps cookies, follows redirects and fills forms. */
export interface BrowserSession {
  get(path: string): Promise<PageAnswer>;
  /** Sends a form with the CSRF token of the page that was shown last. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<PageAnswer>;
}

const mostRedirects = 10;

/** Opens a browser on a service; cookies of other hosts are not kept. */
export function openBrowserSession(serviceUrl: string): BrowserSession {
  const cookies = new Map<string, string>();
  let csrf = '';
  const send = async (method: string, address: string, body?: URLSearchParams): Promise<PageAnswer> => {
    let url = new URL(address, serviceUrl);
    let request: { method: string; body?: URLSearchParams } = {
      method,
      ...(body === undefined ? {} : { body }),
    };
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const isOwn = url.origin === serviceUrl;
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: isOwn
          ? {
              cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
              ...(request.method === 'POST' ? { origin: serviceUrl } : {}),
            }
          : {},
      });
      if (isOwn) for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) {
        const text = await response.text();
        csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
        return { status: response.status, url: url.href, text };
      }
      url = new URL(location, url);
      request = { method: 'GET' };
    }
    throw new Error(`${address} redirects more than ${mostRedirects} times`);
  };
  return {
    get: (path) => send('GET', path),
    post: (path, fields) => send('POST', path, new URLSearchParams({ csrf, ...fields })),
  };
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split(';');
  const [name = '', ...value] = pair.split('=');
  const isGone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute)) || value.join('=') === '';
  if (isGone) cookies.delete(name.trim());
  else cookies.set(name.trim(), value.join('='));
}
