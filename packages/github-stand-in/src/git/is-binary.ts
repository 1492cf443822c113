/** Git's and GitHub's test: a zero byte among the first 8,000. */
export function isBinary(content: Buffer): boolean {
  return content.subarray(0, 8000).includes(0);
}
