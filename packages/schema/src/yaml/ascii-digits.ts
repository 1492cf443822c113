/** Writes the decimal digits of every script as 0 to 9: both languages read them as numbers after an explicit tag. */
export function asciiDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  // Made here: a class of Unicode takes V8 a while, and most texts are ASCII.
  const decimalDigit = /^\p{Nd}$/u;
  return text.replace(/[^\x20-\x7e]/gu, (character) => {
    if (!decimalDigit.test(character)) return character;
    const codePoint = character.codePointAt(0) ?? 0;
    let zero = codePoint;
    // Unicode keeps the digits of a script together, from zero to nine.
    while (decimalDigit.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((codePoint - zero) % 10);
  });
}
