import { saveMemory } from '../host/save-memory.ts';
import { reportError, runCommand } from './run-command.ts';
import { createTerminal } from './terminal.ts';

const terminal = createTerminal();
// What no command waited for; Node would end with 1, which means findings here.
process.on('uncaughtException', (error) => process.exit(reportError(error, terminal)));
// Nothing is left to do: the system takes the memory back faster than V8 gives it.
process.once('beforeExit', () => process.exit());
saveMemory();
process.exitCode = await runCommand(process.argv.slice(2), terminal);
