import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What a text was encrypted for; a text for one purpose does not decrypt for another. */
export type EncryptionPurpose = 'github-token' | 'sign-in';

/**
 * Encrypts with AES-256-GCM. The result is base64url of nonce, tag and ciphertext.
 *
 * @param key - 32 bytes
 */
export function encryptToken(key: Uint8Array, purpose: EncryptionPurpose, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(purpose));
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64url');
}

/** The text, or null when it was encrypted with another key or for something else, or was changed. */
export function decryptToken(key: Uint8Array, purpose: EncryptionPurpose, encrypted: string): string | null {
  const bytes = Buffer.from(encrypted, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return null; // the tag does not fit: GCM says nothing else
  }
}
