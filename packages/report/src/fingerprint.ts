const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * A short stable id of what identifies a finding or a change: 16 hexadecimal digits (FNV-1a, 64 bit) of the parts as
 * JSON. Two reports can be compared by it; it is no secret and resists nobody who looks for a collision.
 */
export function fingerprint(...parts: readonly unknown[]): string {
  let hash = offsetBasis;
  for (const character of JSON.stringify(parts)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * prime);
  }
  return hash.toString(16).padStart(16, '0');
}
