/**
 * Does work that takes a while one at a time; of what is asked for meanwhile only the last is done, because each makes
 * the ones before it void.
 */
export function oneAtATime(): (work: () => Promise<unknown>) => void {
  let isBusy = false;
  let next: (() => Promise<unknown>) | undefined;
  return function ask(work): void {
    if (isBusy) {
      next = work;
      return;
    }
    isBusy = true;
    void work().catch(() => {}).then(() => {
      isBusy = false;
      const waiting = next;
      next = undefined;
      if (waiting) ask(waiting);
    });
  };
}
