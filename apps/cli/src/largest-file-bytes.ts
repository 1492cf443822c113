/** Longer files are not read: SnakeYAML stops at 3 Mi code points, which is at most four bytes each. */
export const largestFileBytes = 12 * 1024 * 1024;
