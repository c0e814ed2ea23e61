import type { Fix, Location, Log, PhysicalLocation, ReportingDescriptor, Result, Suppression } from 'sarif';
import type { Finding, Severity } from '../model/finding.ts';
import { distinctKeys } from '../model/finding-key.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import { shortDigest } from '../text/short-digest.ts';
import { repositoryPath, sortedArgs, type FindingDetails, type Place, type Report, type RuleHelp } from './report.ts';

const ROOT = 'REPOSITORY';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS Standard, 27 March 2020), as GitHub code scanning and others read it. Paths are relative to the repository. */
export function toSarif(report: Report): string {
  const { findings, suppressed, rules, version } = report;
  const all = [...findings, ...suppressed.map(({ finding }) => finding)];
  const fingerprints = distinctKeys(all).map((key) => shortDigest(key));
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Interlinear', version, semanticVersion: version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        results: all.map((finding, index) => result(finding, report, ruleIndex.get(finding.rule), fingerprints[index] ?? '', suppressed[index - findings.length])),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function descriptor({ id, category, severity, summary, why, whatToDo, url }: RuleHelp): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${summary}\n\n${why}\n\nWhat to do: ${whatToDo}`, markdown: `**${summary}**\n\n${why}\n\n### What to do\n\n${whatToDo}${url === undefined ? '' : `\n\n[Examples](${url})`}` },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [category] },
  };
}

function result(finding: Finding, report: Report, ruleIndex: number | undefined, fingerprint: string, suppressed: SuppressedFinding | undefined): Result {
  const { rule, severity, locale, path, file, segment, args, message, fix } = finding;
  const details = report.detailsOf(finding);
  const related = relatedLocations(finding, details, report.folder);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: plainMessage(message) },
    locations: [{ physicalLocation: physical(file, finding, report.folder), ...(segment !== null && { logicalLocations: [{ name: segment, fullyQualifiedName: `${locale}/${path}#s${segment}`, kind: 'segment' }] }) }],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'interlinear/v1': fingerprint },
    ...(fix && fix.length > 0 && { fixes: [fixOf(fix, file, report.folder)] }),
    ...(suppressed && { suppressions: [suppressionOf(suppressed)] }),
    properties: { locale, path, segment, args: sortedArgs(args) },
  };
}

function relatedLocations({ file, segment }: Finding, details: FindingDetails | undefined, folder: string): Location[] {
  if (!details) return [];
  const { sourcePlace, other } = details;
  return [
    { id: 0, physicalLocation: physical(file, sourcePlace, folder), message: { text: `The source of segment ${segment ?? ''}.` } },
    ...(other ? [{ id: 1, physicalLocation: physical(other.file, other, folder), message: { text: `The same in ${other.locale}.` } }] : []),
  ];
}

function physical(file: string, { line, column, end }: Place, folder: string): PhysicalLocation {
  return { artifactLocation: artifact(file, folder), region: { startLine: line, startColumn: column, endLine: end.line, endColumn: end.column } };
}

function artifact(file: string, folder: string): { uri: string; uriBaseId: string } {
  return { uri: fileUri(repositoryPath(folder, file)), uriBaseId: ROOT };
}

/** fileUri('ja-jp/a b.md') // => 'ja-jp/a%20b.md' */
function fileUri(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function fixOf(edits: NonNullable<Finding['fix']>, file: string, folder: string): Fix {
  return {
    description: { text: 'Apply the safe correction.' },
    artifactChanges: [
      { artifactLocation: artifact(file, folder), replacements: edits.map(({ start, end, text }) => ({ deletedRegion: { charOffset: start, charLength: end - start }, insertedContent: { text } })) },
    ],
  };
}

function suppressionOf({ by, reason }: SuppressedFinding): Suppression {
  return { kind: by === 'comment' ? 'inSource' : 'external', status: 'accepted', ...(reason !== '' && { justification: reason }) };
}

/** Text that no reader of SARIF takes for a placeholder (`{0}`) or an embedded link (`[x](1)`) (§3.11.5, §3.11.6). */
function plainMessage(text: string): string {
  return text.replace(/\{(\d+)\}/g, '{{$1}}').replace(/\[([^\]]*\]\(\d+\))/g, '\\[$1');
}
