import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** Whether a process of that number is there; one that we may not signal is. */
export const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** True when the lock was taken, or taken over from a process that is gone; a lock without its number is being written. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  try {
    const holder = readFileSync(lock, "utf8");
    if (holder !== "" && !isRunning(Number(holder))) rmSync(lock, { force: true });
  } catch {
    // It was given back just now.
  }
  return false;
}

/** Runs what no two processes may do at a time, such as writing one cache; another one waits for its turn. */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!taken(lock)) await setTimeout(50);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
