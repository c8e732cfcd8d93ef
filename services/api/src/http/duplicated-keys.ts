import { childPointer } from './json-pointer.ts';

interface Container {
  pointer: string;
  /** Keys seen so far; undefined in an array. */
  keys: Set<string> | undefined;
  /** Key or index of the value that comes next. */
  current: string | number;
  expectsKey: boolean;
}

/**
 * JSON pointers of keys that occur twice in one object. `JSON.parse` keeps the last one silently, so what a proxy or a person
 * read first is not what would be done. The text must already have parsed as JSON: its grammar is not checked here.
 */
export function duplicatedKeys(json: string): readonly string[] {
  const found: string[] = [];
  const open: Container[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const container = open.at(-1);
    switch (json[index]) {
      case '{':
        open.push(newContainer(container, new Set()));
        break;
      case '[':
        open.push(newContainer(container, undefined));
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (container !== undefined) moveOn(container);
        break;
      case '"': {
        const end = endOfString(json, index);
        if (container?.expectsKey) takeKey(container, json.slice(index, end + 1), found);
        index = end;
        break;
      }
      default:
    }
  }
  return found;
}

function newContainer(parent: Container | undefined, keys: Set<string> | undefined): Container {
  const pointer = parent === undefined ? '' : childPointer(parent.pointer, parent.current);
  return { pointer, keys, current: 0, expectsKey: keys !== undefined };
}

function moveOn(container: Container): void {
  if (container.keys !== undefined) container.expectsKey = true;
  else if (typeof container.current === 'number') container.current += 1;
}

function takeKey(container: Container, literal: string, found: string[]): void {
  const key = String(JSON.parse(literal));
  if (container.keys?.has(key)) found.push(childPointer(container.pointer, key));
  container.keys?.add(key);
  container.current = key;
  container.expectsKey = false;
}

function endOfString(json: string, start: number): number {
  let index = start + 1;
  while (json[index] !== '"') index += json[index] === '\\' ? 2 : 1;
  return index;
}
