/** What one recorded case says beside what topodiff says; no mismatch: the case is equal as a whole. */
export interface CaseResult {
  /** The case's name, with its TorchServe version where a file holds several. */
  readonly caseName: string;
  readonly mismatches: readonly {
    /** Dotted: `modelConfig.minWorkers`, `models[0].workers[1].argv`. */
    readonly field: string;
    readonly theirs: unknown;
    readonly ours: unknown;
  }[];
}
