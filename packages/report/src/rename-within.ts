interface Rename {
  readonly path: string;
  readonly previousPath: string | null;
}

/**
 * What a rename is to a review of some files: one that gets a reviewed name is a new model, and one that loses it is gone.
 * Nobody has reviewed it and no budget has counted it under the other name, and a rename is how a model is switched on
 * and off.
 *
 * @returns the file under its one reviewed name, `previousPath` null; a rename between two names as it is
 */
export function renameWithin({ path, previousPath }: Rename, isReviewed: (path: string) => boolean): Rename {
  if (previousPath === null || isReviewed(path) === isReviewed(previousPath)) return { path, previousPath };
  return { path: isReviewed(path) ? path : previousPath, previousPath: null };
}
