import type { JsonObject } from '../openapi/description.ts';
import { listParameters } from '../openapi/parameters.ts';
import type { Route } from './route.ts';

/** A route with the text of its path parameters. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

interface CompiledRoute {
  readonly route: Route;
  readonly pattern: RegExp;
}

function compileRoute(description: JsonObject, route: Route): CompiledRoute {
  const multiSegment = new Set(
    listParameters(description, route)
      .filter(({ isMultiSegment }) => isMultiSegment)
      .map(({ name }) => name),
  );
  const pattern = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    multiSegment.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return { route, pattern: new RegExp(`^${pattern}$`) };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // a percent sign that encodes nothing
  }
}

/** Finds the route of a method and an encoded path; the one with most fixed text wins. */
export function createRouteMatcher(
  routes: readonly Route[],
  description: JsonObject,
): (method: string, path: string) => RouteMatch | undefined {
  const compiled = routes
    .toSorted((a, b) => b.path.replaceAll(/\{\w+\}/g, '').length - a.path.replaceAll(/\{\w+\}/g, '').length)
    .map((route) => compileRoute(description, route));
  return (method, path) => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match === null) continue;
      const params = Object.entries(match.groups ?? {}).map(([name, text]): [string, string | null] => [
        name,
        decode(text),
      ]);
      if (params.some(([, text]) => text === null)) return undefined;
      return { route, params: Object.fromEntries(params.map(([name, text]) => [name, text ?? ''])) };
    }
    return undefined;
  };
}
