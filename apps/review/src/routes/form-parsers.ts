import express, { Router, type RequestHandler } from 'express';
import type { AppParts } from '../app-parts.ts';
import { askToSignIn } from './ask-to-sign-in.tsx';
import { parsePlaygroundForm } from './playground-routes.tsx';

/** Larger than the longest reason in any script, and small for a form. */
const formLimit = '32kb';

/** Two texts of 64 KiB each, every character of which may be written as three. */
const playgroundTextsLimit = '400kb';

/**
 * Reads the forms of all pages, so that the check of their CSRF token, which is a field, can stand behind it and before the
 * pages. Reading a form a second time does nothing.
 */
export function createFormParsers(parts: AppParts): Router {
  const router = Router();
  // The page sends files; two texts alone may come as a plain form, too.
  router.post(
    '/playground',
    ...playgroundReaders(parts),
    parsePlaygroundForm,
    express.urlencoded({ extended: false, limit: playgroundTextsLimit }),
  );
  router.post(['/preferences', '/reviews/*rest'], express.urlencoded({ extended: false, limit: formLimit }));
  return router;
}

/** Where people can sign in, files are read and reviewed for them alone. */
export function playgroundReaders(parts: AppParts): readonly RequestHandler[] {
  return parts.configuration.oauth === null ? [] : [askToSignIn(parts)];
}
