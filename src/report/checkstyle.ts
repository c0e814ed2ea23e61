import { escapeXml } from '../text/escape-xml.ts';
import { repositoryPath, type Report } from './report.ts';

/** Checkstyle's XML, which many CI servers read. */
export function toCheckstyle({ findings, folder, version }: Report): string {
  const files = [...Map.groupBy(findings, ({ file }) => file)].map(([file, found]) => {
    const errors = found.map(
      ({ rule, severity, line, column, message }) => `<error line="${line}" column="${column}" severity="${severity}" message="${escapeXml(message)}" source="interlinear.${escapeXml(rule)}"/>`,
    );
    return `<file name="${escapeXml(repositoryPath(folder, file))}">\n${errors.join('\n')}\n</file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="${escapeXml(version)}">\n${files.join('')}</checkstyle>\n`;
}
