import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../host/temporary-folder.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { article, pair, runTool } from './run-tool.ts';

const CLEAN = { 'content/vi-vn/a.md': article('vi-VN', 'Chào', 'Hello'), 'content/de-de/a.md': article('de-DE', 'Hallo', 'Hello') };
const BROKEN = { ...CLEAN, 'content/vi-vn/a.md': article('vi-VN', '', 'Hello') };

describe('help', () => {
  test.each([[], ['--help'], ['-h'], ['help']])('%j lists the commands', async (...args) => {
    const { status, stdout } = await runInProcess(temporaryFolder(), args.flat());
    expect(status).toBe(0);
    for (const command of ['validate', 'build', 'dev', 'preview', 'explain']) expect(stdout).toContain(`\n  ${command} `);
  });

  test.each(['validate', 'build', 'dev', 'preview', 'explain'])('%s --help', async (command) => {
    const { status, stdout } = await runInProcess(temporaryFolder(), [command, '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: interlinear ${command}`);
    expect((await runInProcess(temporaryFolder(), ['help', command])).stdout).toBe(stdout);
  });

  test('--version', async () => {
    expect((await runInProcess(temporaryFolder(), ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test.each([
  [['bulid'], 'There is no command "bulid".', 'Did you mean `interlinear build`?'],
  [['xyzzy'], 'There is no command "xyzzy".', 'Commands: validate'],
  [['constructor'], 'There is no command "constructor".', 'Commands: '],
  [['--content', 'x', 'build'], 'The option --content stands where a command belongs.', 'Write the command first'],
  [['validate', '--formt', 'json'], '`interlinear validate` has no option --formt.', 'Did you mean --format?'],
  [['build', '--xyzzy'], 'has no option --xyzzy.', 'interlinear build --help'],
  [['validate', '--content'], 'argument missing', 'interlinear validate --help'],
  [['validate', 'docs'], 'has no use for the argument "docs".', '--content DIR'],
  [['explain', 'a', 'b'], 'has no use for the argument "b".', 'interlinear explain --help'],
  [['validate', '--format', 'jsno'], 'There is no report format "jsno".', 'Did you mean "json"?'],
  [['validate', '--fail-on', 'always'], '--fail-on takes no "always".', 'Allowed: error, warning, info, never, new.'],
  [['validate', '--workers', '0'], '--workers takes a number from 1 to 64, not "0".', 'Leave it out'],
  [['build', '--workers', '1.5'], '--workers takes a number', 'Leave it out'],
  [['preview', '--port', '70000'], '--port takes a number from 0 to 65535', '4321'],
  [['preview'], 'There is no site in', 'Run `interlinear build` first'],
  [['validate', '--content', 'gone'], 'gone cannot be read: it does not exist.', '--content DIR'],
  [['validate', '--content', 'content/vi-vn/a.md'], 'is a file, not a folder.', 'locale folders'],
  [['validate', '--content', 'content/vi-vn'], 'No locale folder was found', '--content'],
  [['validate', '--config', 'gone.yml'], 'The configuration gone.yml cannot be read: it does not exist.', '--config'],
  [['validate', '--locale', 'vi'], 'There is no locale "vi" in this content.', 'Did you mean "vi-vn"?'],
  [['build', '--base', 'ftp://x'], '--base is "ftp://x", which is not a web address.', '/help/'],
  [['explain', 'stale-translatio'], 'There is no rule "stale-translatio".', 'Did you mean "stale-translation"?'],
  [['explain', 'zzz'], 'There is no rule "zzz".', 'for the list of rules'],
])('%j is refused with 2', async (args, message, hint) => {
  const { status, stdout, stderr } = await runInProcess(temporaryFolder(CLEAN), args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
});

test('explain', async () => {
  expect(await runInProcess(temporaryFolder(), ['explain', 'stale-translation'])).toMatchObject({ status: 0, stdout: expect.stringContaining('What to do') });
  expect((await runInProcess(temporaryFolder(), ['explain'])).stdout.split('\n').length).toBeGreaterThan(30);
});

describe('validate', () => {
  test.each([
    ['clean', CLEAN, [], 0],
    ['errors', BROKEN, [], 1],
    ['errors, never', BROKEN, ['--fail-on', 'never'], 0],
    ['warnings', { ...CLEAN, 'content/de-de/b.md': article('de-DE', 'B', 'B') }, [], 0],
    ['warnings, asked for', { ...CLEAN, 'content/de-de/b.md': article('de-DE', 'B', 'B') }, ['--fail-on', 'warning'], 1],
    ['one locale', BROKEN, ['--locale', 'de-de'], 0],
    ['configuration', { ...CLEAN, 'content/site.yml': 'titel: x' }, [], 2],
  ])('%s: exit code', async (_, files, args, status) => {
    expect((await runInProcess(temporaryFolder(files as Record<string, string>), ['validate', ...args])).status).toBe(status);
  });

  test('INTERLINEAR_CONTENT names the content; --content wins', async () => {
    const folder = temporaryFolder({ 'docs/vi-vn/a.md': article('vi-VN', 'Chào', 'Hello') });
    expect((await runInProcess(folder, ['validate'], { INTERLINEAR_CONTENT: 'docs' })).status).toBe(0);
    expect((await runInProcess(folder, ['validate', '--content', 'gone'], { INTERLINEAR_CONTENT: 'docs' })).status).toBe(2);
  });

  test('configuration in another place', async () => {
    const folder = temporaryFolder({ ...BROKEN, 'conf/my.yml': 'checks:\n  empty-segment: warning\n' });
    expect((await runInProcess(folder, ['validate', '--config', 'conf/my.yml'])).status).toBe(0);
    expect((await runInProcess(temporaryFolder({ ...CLEAN, 'conf/my.yml': 'a: [' }), ['validate', '--config', 'conf/my.yml'])).stderr).toContain('conf/my.yml:1 is not valid YAML');
  });

  test('JSON is one object of the published shape, the same whatever the workers, folder, clock and language', () => {
    const files = { ...BROKEN, 'content/ja-jp/b.md': `# ${pair('1. あ', 'A')}`, 'content/de-de/ü b.md': '[x](gone.md)', 'content/de-de/Ü B.md': 'x' };
    const folder = temporaryFolder(files);
    const args = ['validate', '--content', `${folder}/content`, '--format', 'json'];
    const { stdout, stderr } = runTool(folder, args, { LANG: 'C', TZ: 'UTC' });
    expect(stderr).toBe('Checking articles …\n');
    const report: unknown = JSON.parse(stdout);
    const schema: unknown = JSON.parse(readFileSync(new URL('../../src/report/findings.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema as object);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    for (const [workers, from, env] of [
      ['1', folder, { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' }],
      ['2', temporaryFolder(), { LANG: 'sv_SE.UTF-8', TZ: 'America/New_York', NO_COLOR: '1' }],
      ['2', folder, { FORCE_COLOR: '1' }],
    ] as const) {
      expect(runTool(from, [...args, '--workers', workers], env).stdout).toBe(stdout);
    }
  });

  test('prints at most 50 findings unless all are asked for', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`content/vi-vn/a${index}.md`, article('vi-VN', '', 'Hello')]));
    const folder = temporaryFolder(many);
    const count = (text: string): number => text.split('empty-segment  ').length - 1;
    const some = (await runInProcess(folder, ['validate'])).stdout;
    expect(count(some)).toBe(51);
    expect(some).toMatch(/\d+ more findings are not shown\./);
    expect(count((await runInProcess(folder, ['validate', '--all'])).stdout)).toBe(61);
  });

  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '0' }, false],
  ])('colour with %j: %s', async (env, colored) => {
    expect((await runInProcess(temporaryFolder(BROKEN), ['validate'], env)).stdout.includes('\u001B[')).toBe(colored);
  });
});
