/**
 * Components that no operation reaches make no output; what is wrong in them cannot make it wrong. They are still looked at,
 * so that a reference that leads nowhere is known before somebody uses the component.
 */
import { quote } from '../../diagnostics.js';
import { byCodeUnits, describe, isObject, type Node } from '../node.js';
import { unusableMember } from '../rules.js';
import { danglingReference, unusedComponent } from './rules.js';

/** Schemas are not among them: every one is exported, used or not. Security schemes serve by their name. */
const KINDS = ['callbacks', 'headers', 'links', 'mediaTypes', 'parameters', 'pathItems', 'requestBodies', 'responses'] as const;
/** Whatever stands below these is data, and `$ref` in it is no reference. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum', 'value']);

export function checkUnused(components: Node): void {
  for (const kind of KINDS) {
    const map = components.object(kind);
    for (const name of Object.keys(map?.value ?? {}).sort(byCodeUnits)) {
      const value = map?.get(name);
      if (!map || value === undefined || map.context.followed.has(map.pointer(name))) continue;
      const component = isObject(value) ? map.object(name) : undefined;
      if (!component) {
        map.context.report(unusableMember, map.pointer(name), `expected an object, found ${describe(value)}`);
        continue;
      }
      component.context.report(unusedComponent, component.at, `${quote(name)} under ${kind} is used by nothing`, 'key');
      checkReferences(component);
    }
  }
}

/** Not recursive: the depth of a document is not bounded by our stack. */
function checkReferences(start: Node): void {
  const { source } = start.context;
  const pending = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const reference = node.get('$ref');
    if (typeof reference === 'string') {
      const target = source.resolve(reference, node.at);
      if ('problem' in target)
        node.context.report(danglingReference, node.pointer('$ref'), `${quote(reference)} ${target.problem}`);
    }
    for (const [key, value] of Object.entries(node.value)) {
      if (DATA.has(key) || key.startsWith('x-')) continue;
      if (Array.isArray(value) ? value.some(isObject) : isObject(value)) pending.push(...node.nodesBelow(key));
    }
  }
}
