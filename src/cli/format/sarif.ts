/** Static Analysis Results Interchange Format 2.1.0, which code scanning services read. */
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Level } from '../../diagnostics.js';
import { byCodeUnits } from '../../model/node.js';
import { allRules } from '../rules.js';

export function sarif(diagnostics: readonly Diagnostic[], version: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(byCodeUnits);
  const known = new Map(allRules().map((rule) => [rule.code, rule]));
  const rules = codes.map((code) => {
    const rule = known.get(code);
    if (!rule) return { id: code };
    return {
      id: code,
      shortDescription: { text: rule.summary },
      help: { text: `${rule.action} ${rule.remedy}` },
      defaultConfiguration: { level: levelOf(rule.level) },
    };
  });
  const results = diagnostics.map(({ code, level, message, file, line, column, pointer }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levelOf(level),
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: column } },
        ...(pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }] }),
      },
    ],
  }));
  const driver = { name: 'specwright', version, rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function levelOf(level: Level): 'error' | 'warning' | 'note' {
  return level === 'info' ? 'note' : level;
}

/** A relative URI reference with `/`; an absolute path as a `file:` URL; a URL as it is. */
function uriOf(file: string): string {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) return file;
  if (file.startsWith('/') || /^[a-z]:[\\/]/i.test(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
