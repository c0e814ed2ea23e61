/** Whether a process of this number is running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but running.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
