/**
 * The part of the official SARIF 2.1.0 schema (OASIS, sarif-schema-2.1.0.json) that our reports use, written down from
 * the standard; stricter than it in that no other property is allowed.
 */
export const SARIF_SCHEMA = {
  ...object({ $schema: { type: 'string', format: 'uri' }, version: { enum: ['2.1.0'] }, runs: { type: 'array', minItems: 1, items: ref('run') } }, ['version', 'runs']),
  $defs: {
    run: object({ tool: object({ driver: ref('toolComponent') }, ['driver']), columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] }, originalUriBaseIds: { type: 'object', additionalProperties: ref('artifactLocation') }, results: list('result') }, ['tool']),
    toolComponent: object({ name: text(), version: text(), semanticVersion: text(), rules: { ...list('reportingDescriptor'), uniqueItems: true } }, ['name']),
    reportingDescriptor: object({ id: text(), shortDescription: ref('multiformat'), fullDescription: ref('multiformat'), help: ref('multiformat'), helpUri: { type: 'string', format: 'uri' }, defaultConfiguration: object({ level: ref('level') }, []), properties: ref('propertyBag') }, ['id']),
    multiformat: object({ text: text(), markdown: text() }, ['text']),
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message: object({ text: text(), markdown: text(), id: text() }, ['text']),
    result: object(
      {
        ruleId: text(),
        ruleIndex: { type: 'integer', minimum: -1 },
        level: ref('level'),
        message: ref('message'),
        locations: list('location'),
        relatedLocations: { ...list('location'), uniqueItems: true },
        partialFingerprints: { type: 'object', additionalProperties: text() },
        fixes: { ...list('fix'), uniqueItems: true },
        suppressions: { ...list('suppression'), uniqueItems: true },
        properties: ref('propertyBag'),
      },
      ['message'],
    ),
    location: object({ id: { type: 'integer', minimum: -1 }, physicalLocation: ref('physicalLocation'), logicalLocations: { ...list('logicalLocation'), uniqueItems: true }, message: ref('message') }, []),
    physicalLocation: object({ artifactLocation: ref('artifactLocation'), region: ref('region') }, ['artifactLocation']),
    artifactLocation: object({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: text(), description: ref('message') }, []),
    region: object({ startLine: count(1), startColumn: count(1), endLine: count(1), endColumn: count(1), charOffset: count(-1), charLength: count(0) }, []),
    logicalLocation: object({ name: text(), fullyQualifiedName: text(), kind: text() }, []),
    fix: object({ description: ref('message'), artifactChanges: { ...list('artifactChange'), minItems: 1, uniqueItems: true } }, ['artifactChanges']),
    artifactChange: object({ artifactLocation: ref('artifactLocation'), replacements: { ...list('replacement'), minItems: 1 } }, ['artifactLocation', 'replacements']),
    replacement: object({ deletedRegion: ref('region'), insertedContent: object({ text: text() }, []) }, ['deletedRegion']),
    suppression: object({ kind: { enum: ['inSource', 'external'] }, status: { enum: ['accepted', 'underReview', 'rejected'] }, justification: text() }, ['kind']),
    propertyBag: { type: 'object', properties: { tags: { type: 'array', uniqueItems: true, items: text() } } },
  },
};

function object(properties: Readonly<Record<string, object>>, required: readonly string[]) {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(name: string) {
  return { type: 'array', items: ref(name) };
}

function ref(name: string) {
  return { $ref: `#/$defs/${name}` };
}

function text() {
  return { type: 'string' };
}

function count(minimum: number) {
  return { type: 'integer', minimum };
}
