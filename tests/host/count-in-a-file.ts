import { readFileSync } from 'node:fs';
import { writeAtomically } from '../../src/host/atomic-write.ts';

/** Adds one to the number in a file as often as it is told: `node count-in-a-file.ts FILE TIMES`. */
const [, , file = '', times = ''] = process.argv;
for (let done = 0; done < Number(times); ) {
  const now = readFileSync(file, 'utf8');
  if (writeAtomically(file, String(Number(now) + 1), now) === 'written') done += 1;
}
