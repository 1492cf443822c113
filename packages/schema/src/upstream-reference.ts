/** A pinned place in TorchServe's source: where a behaviour that topodiff imitates was read or observed. */
export interface UpstreamReference {
  /** Path from the repository's root, or the short tail that names the file: `wlm/ModelManager.java`. */
  readonly file: string;
  /** The method or statement to look for. */
  readonly symbol: string;
  /** Lines at commit 62c4d6a1f (master, March 2025), for example `606-631`. */
  readonly lines?: string;
}

/** A reference into pytorch/serve at the commit that topodiff imitates. */
export function torchserve(file: string, symbol: string, lines?: string): UpstreamReference {
  return lines === undefined ? { file, symbol } : { file, symbol, lines };
}
