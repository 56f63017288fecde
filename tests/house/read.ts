import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseAst } from 'vite';

/** What the house test needs to know of one source file. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Names of the platform that the file uses and does not declare; `clock` is the current time. */
  readonly globals: readonly string[];
  /** It hands on another file's values with `export … from`; a type of its own contract it may. */
  readonly barrel: boolean;
  readonly hasDefault: boolean;
}

export interface Import {
  readonly from: string;
  /** Nothing of it is left when the types are taken away. */
  readonly type: boolean;
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Every file below a folder, `a/b.ts`, sorted; none when there is no such folder. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name)).sort();
}

export function linesOf(path: string): number {
  return countLines(readFileSync(path, 'utf8'));
}

function countLines(text: string): number {
  return text.trimEnd().split('\n').length;
}

export function readSource(path: string, platform: ReadonlySet<string>): SourceFile {
  return parseSource(path, readFileSync(path, 'utf8'), platform);
}

/** Names that are not in `platform` are none of this test's business. */
export function parseSource(path: string, text: string, platform: ReadonlySet<string>): SourceFile {
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.mjs') ? 'js' : 'ts';
  const program = parseAst(text, { lang }) as unknown as Node;
  const imports: Import[] = [];
  const declared = new Set<string>();
  const used = new Set<string>();
  const found = { barrel: false, hasDefault: false };
  walk(program, (node, parent, key, pattern) => {
    const from = sourceOf(node);
    if (from !== null) imports.push({ from, type: isTypeOnly(node) });
    if (from !== null && node.type.startsWith('Export') && !isTypeOnly(node)) found.barrel = true;
    if (node.type === 'ExportDefaultDeclaration') found.hasDefault = true;
    if (node.type === 'Identifier' && parent) {
      const name = String(node['name']);
      if (isBinding(parent, key, pattern)) declared.add(name);
      else if (isReference(parent, key)) used.add(name);
    }
    if (readsClock(node)) used.add('clock');
  });
  const globals = [...used].filter((name) => platform.has(name) && !declared.has(name));
  return { path, lines: countLines(text), imports, globals, ...found };
}

/** Visits every node but types, whose names are no use of the platform (`import()` types are still seen). */
function walk(node: Node, visit: (node: Node, parent: Node | null, key: string, pattern: boolean) => void): void {
  const go = (at: Node, parent: Node | null, key: string, pattern: boolean): void => {
    if (/^TS(Type|Interface)/.test(at.type) && !/^TS(TypeAssertion|TypeAnnotation|TypeAlias)/.test(at.type)) {
      if (at.type !== 'TSTypeReference') return;
    }
    visit(at, parent, key, pattern);
    for (const [name, value] of Object.entries(at)) {
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) go(child, at, name, parent?.type === 'ObjectPattern');
    }
  };
  go(node, null, '', false);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function sourceOf(node: Node): string | null {
  if (!/^(Import(Declaration|Expression)|Export(All|Named)Declaration|TSImportType)$/.test(node.type)) return null;
  const source = node['source'];
  return isNode(source) && typeof source['value'] === 'string' ? source['value'] : null;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type');
}

/** `const a`, a parameter, a function's or import's own name, and `{ a }` where `pattern` says it takes apart. */
function isBinding(parent: Node, key: string, pattern: boolean): boolean {
  if (key === 'params' || key === 'param' || key === 'local') return true;
  if (key === 'id') return /^(VariableDeclarator|Function|Class)/.test(parent.type);
  if (parent.type === 'Property') return key === 'value' && pattern;
  return parent.type === 'ArrayPattern' || parent.type === 'RestElement' || parent.type === 'AssignmentPattern';
}

/** An identifier that stands for a value, not for a property, a key or a type. */
function isReference(parent: Node, key: string): boolean {
  if (parent.type.startsWith('TS') && parent.type !== 'TSAsExpression' && parent.type !== 'TSSatisfiesExpression') {
    return false;
  }
  if (key === 'property' || key === 'key') return parent['computed'] === true;
  return key !== 'label' && key !== 'exported' && key !== 'imported' && !parent.type.startsWith('JSX');
}

/** `Date.now()`, `new Date()` without arguments, `Math.random()`: what makes a run differ from the next. */
function readsClock(node: Node): boolean {
  const callee = node['callee'];
  if (!isNode(callee)) return false;
  const given = node['arguments'];
  if (node.type === 'NewExpression') {
    return callee['name'] === 'Date' && Array.isArray(given) && given.length === 0;
  }
  const [object, property] = [callee['object'], callee['property']];
  if (!isNode(object) || !isNode(property)) return false;
  const call = `${String(object['name'])}.${String(property['name'])}`;
  return call === 'Date.now' || call === 'Math.random';
}
