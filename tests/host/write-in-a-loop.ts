import { readFileSync } from 'node:fs';
import { writeAtomically } from '../../src/host/atomic-write.ts';

/** Writes two files in turn until it is killed: `node write-in-a-loop.ts FILE TEXT OTHER-TEXT FILE TEXT OTHER-TEXT`, each text repeated to a size that takes several writes. */
const [, , first = '', a = '', b = '', second = '', c = '', d = ''] = process.argv;
const texts: readonly (readonly [file: string, one: string, other: string])[] = [[first, a.repeat(20_000), b.repeat(30_000)], [second, c.repeat(20_000), d.repeat(30_000)]];

process.send?.('ready');
for (;;) {
  for (const [file, one, other] of texts) {
    const now = readFileSync(file, 'utf8');
    writeAtomically(file, now === one ? other : one, now);
  }
}
