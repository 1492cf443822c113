/** Another process has the embedded database open. Two that write to one folder lose rows, and nobody would notice. */
export class StoreLockedError extends Error {
  override readonly name = 'StoreLockedError';
  readonly folder: string;
  /** The process that has it. */
  readonly pid: number;

  constructor(
    folder: string,
    holder: { readonly pid: number; readonly place: string | null; readonly file: string },
  ) {
    super(
      holder.place === null
        ? `The database in ${folder} is in use by process ${holder.pid}. Stop that process first, or set DATABASE_URL ` +
            `to a PostgreSQL server, which several processes can share.`
        : `The database in ${folder} is in use by process ${holder.pid} on ${holder.place}, or was until half a minute ` +
            `ago. Stop that process, or wait half a minute; if it is certain that nothing uses the folder, remove ` +
            `${holder.file}.`,
    );
    this.folder = folder;
    this.pid = holder.pid;
  }
}
