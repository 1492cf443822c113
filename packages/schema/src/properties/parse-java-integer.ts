/** `Integer.parseInt`: an optional sign and any number of digits within 32 bits; a blank is too much for it. */
export function parseJavaInteger(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const number = Number(text);
  return number >= -(2 ** 31) && number < 2 ** 31 ? number : undefined;
}
