import { mkdir, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, processNamespace, processStart } from './process-start.ts';
import { StoreLockedError } from './store-locked-error.ts';

/** A folder that this process has for itself. */
export interface FolderLock {
  /** Lets others have the folder. */
  release(): Promise<void>;
}

/** Who has a folder, as the lock file says. */
interface Holder {
  readonly pid: number;
  /** See `processStart`. */
  readonly start: string | null;
  /** See `processNamespace`. */
  readonly namespace: string;
  readonly isReleased: boolean;
}

/** The lock file is touched so often, for those who cannot see whether the process runs: other containers and machines. */
const heartbeatMilliseconds = 5_000;
const deadMilliseconds = 30_000;
/** Between the making of a lock file and the writing of it. */
const unwrittenMilliseconds = 2_000;

/** Locks that this process holds itself. */
const held = new Set<string>();

/**
 * Takes a folder for this process alone. A lock whose process has ended, also by `kill -9`, is taken over.
 *
 * Lock files are numbered, and the highest number counts: who takes over writes the next number with `open(…, 'wx')`, in
 * which one of several succeeds. Taking over by removing and writing anew could remove the file of somebody who was faster.
 *
 * @throws StoreLockedError when a process that runs has the folder
 */
export async function lockFolder(
  folder: string,
  onNotice: (message: string) => void = () => undefined,
): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    const numbers = await listNumbers(folder);
    const newest = numbers.at(-1) ?? 0;
    if (newest > 0) await refuseWhenHeld(folder, newest, onNotice);
    const file = lockFile(folder, newest + 1);
    if (!(await writeNew(file))) continue;
    const after = await listNumbers(folder);
    if (after.at(-1) !== newest + 1) {
      // Somebody was two steps ahead and had removed the file with our number already.
      await rm(file, { force: true });
      continue;
    }
    held.add(file);
    await Promise.all(numbers.map((number) => rm(lockFile(folder, number), { force: true })));
    return holdLock(file);
  }
}

function holdLock(file: string): FolderLock {
  const heartbeat = setInterval(() => {
    const at = new Date();
    utimes(file, at, at).catch(() => undefined);
  }, heartbeatMilliseconds);
  heartbeat.unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      held.delete(file);
      // Kept, because numbers must not start anew while somebody may still look at an older file.
      await writeFile(file, describeSelf(true));
    },
  };
}

function lockFile(folder: string, number: number): string {
  return join(folder, `lock-${number}.json`);
}

async function listNumbers(folder: string): Promise<readonly number[]> {
  const matches = (await readdir(folder)).map((name) => /^lock-(\d{1,9})\.json$/.exec(name)?.[1]);
  return matches
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

function describeSelf(isReleased: boolean): string {
  const holder: Holder = {
    pid: process.pid,
    start: processStart(process.pid),
    namespace: processNamespace(),
    isReleased,
  };
  return `${JSON.stringify(holder)}\n`;
}

/** False when the file is there already. */
async function writeNew(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(describeSelf(false));
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function refuseWhenHeld(
  folder: string,
  number: number,
  onNotice: (message: string) => void,
): Promise<void> {
  const file = lockFile(folder, number);
  const [holder, age] = [await readHolder(file), await ageOf(file)];
  if (holder === null) {
    // Made and not yet written, or its process was killed in between.
    if (age !== null && age < unwrittenMilliseconds) await new Promise((resolve) => setTimeout(resolve, 100));
    if (age !== null && age < unwrittenMilliseconds) return refuseWhenHeld(folder, number, onNotice);
    return;
  }
  if (holder.isReleased) return;
  const isHere = holder.namespace === processNamespace();
  if (isHere ? isAlive(holder, file) : age !== null && age < deadMilliseconds) {
    const place = isHere ? null : (holder.namespace.split(' ')[0] ?? 'another machine');
    throw new StoreLockedError(folder, { pid: holder.pid, place, file });
  }
  onNotice(`Process ${holder.pid} ended without closing the database in ${folder}; its lock was taken over`);
}

function isAlive({ pid, start }: Holder, file: string): boolean {
  if (held.has(file)) return true;
  const startNow = processStart(pid);
  if (start !== null && startNow !== null) return start === startNow;
  return pid !== process.pid && isRunning(pid);
}

/** Null when the file is gone or holds no holder. */
async function readHolder(file: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder> | null;
    if (typeof holder?.pid !== 'number' || typeof holder.namespace !== 'string') return null;
    return {
      pid: holder.pid,
      start: holder.start ?? null,
      namespace: holder.namespace,
      isReleased: holder.isReleased === true,
    };
  } catch {
    return null;
  }
}

/** Milliseconds since the file was touched; null when it is gone. */
async function ageOf(file: string): Promise<number | null> {
  try {
    return Date.now() - (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}
