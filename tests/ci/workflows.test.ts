import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { OPTIONS } from '../../src/cli/options.ts';
import { PROJECT } from '../support/run-cli.ts';

// The parser imports JSON as only bundlers do.
const hooks = registerHooks({ load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context) });
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await import('@actions/workflow-parser');
hooks.deregister();

const SAMPLES = 'content/en-us/samples/ci/';
const GITHUB = [...globSync('.github/workflows/*.yml', { cwd: PROJECT }), `${SAMPLES}github-actions.yml`];
const GITLAB = `${SAMPLES}gitlab-ci.yml`;
const KUBERNETES = `${SAMPLES}kubernetes-job.yaml`;
const read = (file: string): string => readFileSync(`${PROJECT}${file}`, 'utf8');

/** Faults of a value; the schemas below are strict, so that a misspelt key is one. */
function faults(schema: object, value: unknown): unknown[] {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => [instancePath, message, params]);
}

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text, minItems: 1 };
const strict = (properties: Record<string, unknown>, required: readonly string[] = Object.keys(properties)) => ({ type: 'object', properties, required, additionalProperties: false });
const mapOf = (schema: object) => ({ type: 'object', additionalProperties: schema, minProperties: 1 });

describe('GitHub Actions', () => {
  const permissions = mapOf({ enum: ['read', 'write'] });
  const step = {
    ...strict({ id: text, name: text, if: text, uses: { type: 'string', pattern: '^(?:actions|github)/[\\w/-]+@v\\d+$' }, with: mapOf({ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] }), run: text, env: mapOf(text) }, []),
    oneOf: [{ required: ['uses'] }, { required: ['run'] }],
  };
  const job = strict({ 'runs-on': { const: 'ubuntu-latest' }, 'timeout-minutes': { type: 'integer' }, if: text, needs: { anyOf: [text, texts] }, permissions, environment: strict({ name: text, url: text }), strategy: mapOf({}), steps: { type: 'array', items: step, minItems: 1 } }, ['runs-on', 'timeout-minutes', 'steps']);
  const workflow = strict({ name: text, on: mapOf({}), permissions: { const: { contents: 'read' } }, concurrency: mapOf({}), jobs: mapOf(job) });

  test('there are some', () => expect(GITHUB.length).toBeGreaterThan(1));

  test.each(GITHUB)('%s: GitHub\'s own parser takes it', async (file) => {
    const parsed = parseWorkflow({ name: file, content: read(file) }, new NoOperationTraceWriter());
    expect(parsed.context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    if (!parsed.value) throw new Error('The parser gives no workflow.');
    const { errors } = await convertWorkflowTemplate(parsed.context, parsed.value);
    expect(errors ?? []).toEqual([]);
  });

  test('the parser does find faults', () => {
    const { context } = parseWorkflow({ name: 'x', content: 'on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n' }, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).not.toEqual([]);
  });

  test.each(GITHUB)('%s: least rights, pinned actions, a limit of time', (file) => {
    expect(faults(workflow, parse(read(file)))).toEqual([]);
  });

  test.each(GITHUB)('%s: what validates and builds keeps the cache; what writes has no code of the pull request', (file) => {
    const { jobs } = parse(read(file)) as { jobs: Record<string, { permissions?: Record<string, string>; steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] }> };
    for (const [name, { permissions: rights = {}, steps }] of Object.entries(jobs)) {
      const works = steps.some(({ run }) => /\b(?:interlinear|npm run) (?:validate|build)\b/.test(run ?? ''));
      expect(steps.some(({ uses, with: input }) => uses?.startsWith('actions/cache@') === true && input?.['path'] === '.interlinear'), name).toBe(works);
      if (rights['pages'] === 'write' || rights['id-token'] === 'write') expect(steps.map(({ run }) => run).filter((run) => run !== undefined), name).toEqual([]);
    }
  });
});

test('GitLab CI', () => {
  const artifacts = strict({ when: { const: 'always' }, paths: texts, expire_in: text, reports: strict({ codequality: text, junit: text }) }, []);
  const job = strict({ stage: { enum: ['check', 'build', 'publish'] }, parallel: { type: 'integer', minimum: 2, maximum: 200 }, needs: texts, rules: { type: 'array', items: strict({ if: text }) }, script: texts, artifacts }, ['stage', 'script', 'artifacts']);
  const cache = strict({ key: strict({ files: texts, prefix: text }), paths: { type: 'array', items: text, contains: { const: '.interlinear/' } } });
  const schema = { type: 'object', properties: { stages: texts, default: strict({ image: text, interruptible: { type: 'boolean' }, before_script: texts, cache }) }, required: ['stages', 'default', 'pages'], additionalProperties: job };
  const value = parse(read(GITLAB)) as { pages: { artifacts: { paths: string[] } } };
  expect(faults(schema, value)).toEqual([]);
  // The name and the folder that GitLab Pages looks for.
  expect(value.pages.artifacts.paths).toEqual(['public']);
});

test('Kubernetes', () => {
  const quantities = mapOf({ type: 'string', pattern: '^\\d+(?:m|Mi|Gi)?$' });
  const container = strict({ name: text, image: text, workingDir: text, command: texts, env: { type: 'array', items: strict({ name: text, valueFrom: strict({ fieldRef: strict({ fieldPath: text }) }) }) }, resources: strict({ requests: quantities, limits: quantities }), securityContext: strict({ allowPrivilegeEscalation: { const: false } }), volumeMounts: { type: 'array', items: strict({ name: text, mountPath: text, subPathExpr: text }, ['name', 'mountPath']) } }, ['name', 'image', 'command', 'resources', 'securityContext', 'volumeMounts']);
  const pod = strict({ restartPolicy: { enum: ['Never', 'OnFailure'] }, securityContext: strict({ runAsNonRoot: { const: true }, runAsUser: { type: 'integer' }, fsGroup: { type: 'integer' } }), containers: { type: 'array', items: container, minItems: 1 }, volumes: { type: 'array', items: strict({ name: text, persistentVolumeClaim: strict({ claimName: text }) }) } });
  const metadata = strict({ name: { type: 'string', pattern: '^[a-z0-9-]{1,63}$' }, labels: mapOf(text) });
  const template = strict({ spec: pod });
  const claim = strict({ apiVersion: { const: 'v1' }, kind: { const: 'PersistentVolumeClaim' }, metadata, spec: strict({ accessModes: { const: ['ReadWriteMany'] }, resources: strict({ requests: quantities }) }) });
  const indexed = strict({ apiVersion: { const: 'batch/v1' }, kind: { const: 'Job' }, metadata, spec: strict({ completions: { type: 'integer' }, parallelism: { type: 'integer' }, completionMode: { const: 'Indexed' }, backoffLimitPerIndex: { type: 'integer' }, template }) });
  const single = strict({ apiVersion: { const: 'batch/v1' }, kind: { const: 'Job' }, metadata, spec: strict({ backoffLimit: { type: 'integer' }, template }) });
  const documents = parseAllDocuments(read(KUBERNETES)).map((document) => document.toJS() as { spec: { completions?: number; template: { spec: { containers: { command: string[] }[] } } } });
  expect(documents.map((document, index) => faults([claim, indexed, single][index] ?? {}, document))).toEqual([[], [], []]);
  const build = documents[1]?.spec;
  expect(build?.template.spec.containers[0]?.command.join(' ')).toContain(`--shard-count ${build?.completions ?? ''} `);
});

test('every command and option that they name exists', async () => {
  const used = [...GITHUB, GITLAB, KUBERNETES].flatMap((file) =>
    [...read(file).replace(/^\s*#.*$/gm, '').replace(/[[\]",]/g, ' ').matchAll(/(?:npx\s+interlinear|npm run)\s+([a-z-]+)([^\n]*)/g)].map(([, command = '', rest = '']) => ({ file, command, options: [...rest.matchAll(/(?<=\s)--([a-z-]+)/g)].map(([, option = '']) => option) })),
  );
  expect(used.length).toBeGreaterThan(6);
  for (const { file, command, options } of used) {
    const module = (await import(`../../src/cli/commands/${command}.ts`)) as Record<string, { options: readonly string[] }>;
    const known = Object.values(module)[0]?.options ?? [];
    for (const option of options) {
      expect(Object.keys(OPTIONS), file).toContain(option);
      expect(known, `${file}: ${command}`).toContain(option);
    }
  }
});
