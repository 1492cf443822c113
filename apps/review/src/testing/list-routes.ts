import type { Express } from 'express';

/** What the router keeps of one `use` or of one route. */
interface Layer {
  readonly name: string;
  readonly rawPath?: string | RegExp | readonly (string | RegExp)[];
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/**
 * Everything that an app answers at a path of its own: routes as `GET /path`, and what is mounted there with `use` and
 * is no router as `USE /path`. A test that has a row for each fails when somebody adds one.
 */
export function listRoutes(app: Express): readonly string[] {
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] }; // its types keep it to themselves
  return [...new Set(stack.flatMap((layer) => listLayer(layer, '')))].sort();
}

function listLayer({ route, handle, rawPath = '/' }: Layer, prefix: string): readonly string[] {
  if (route !== undefined) {
    return [route.path]
      .flat()
      .flatMap((path) =>
        Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${join(prefix, path)}`),
      );
  }
  return [rawPath].flat().flatMap((path) => {
    const mounted = join(prefix, String(path));
    if (handle.stack !== undefined) return handle.stack.flatMap((inner) => listLayer(inner, mounted));
    return mounted === '/' ? [] : [`USE ${mounted}`];
  });
}

function join(prefix: string, path: string): string {
  if (prefix === '' || prefix === '/') return path;
  return path === '/' ? prefix : `${prefix}${path}`;
}
