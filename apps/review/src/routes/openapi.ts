export function describeApi(publicUrl: string): object {
  return { publicUrl };
}
