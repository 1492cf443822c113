/** Base64 with a line feed after every 60 characters and at the end, as GitHub sends it. */
export function encodeBase64(content: Buffer): string {
  return content.toString('base64').replaceAll(/.{1,60}/g, '$&\n');
}
