type Listener = (message: string, kind: 'done' | 'trouble') => void;

let listener: Listener = () => {};

/** Says something to everyone: in the corner of the screen, and to a screen reader. */
export function announce(message: string, kind: 'done' | 'trouble' = 'done'): void {
  listener(message, kind);
}

/** Where it is said. */
export function onAnnounce(listen: Listener): void {
  listener = listen;
}
