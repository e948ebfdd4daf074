/** A JSON value that knows where in the text it stands. */
export interface JsonNode {
  readonly value: string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;
  readonly offset: number;
}

/** A text that is not JSON, and the offset where that shows. */
export class NotJson extends Error {
  constructor(
    readonly offset: number,
    reason: string,
  ) {
    super(reason);
  }
}

const token =
  /\s*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/**
 * JSON with places, because `JSON.parse` forgets them, and a complaint without a line is a riddle. A field told twice is refused, too.
 * @throws NotJson
 */
export function parseJson(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value();
  reader.end();
  return node;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): JsonNode {
    const next = this.next('a value');
    if (next.text === '{') return { value: this.fields(), offset: next.offset };
    if (next.text === '[') return { value: this.items(), offset: next.offset };
    if (next.isSign) throw new NotJson(next.offset, `expected a value, found ${next.text}`);
    return { value: JSON.parse(next.text) as string | number | boolean | null, offset: next.offset };
  }

  end(): void {
    const rest = this.text.slice(this.at).trimStart();
    if (rest !== '') throw new NotJson(this.text.length - rest.length, 'expected the end of the file');
  }

  private fields(): Map<string, JsonNode> {
    const fields = new Map<string, JsonNode>();
    if (this.take('}')) return fields;
    do {
      const name = this.next('a field name in double quotes');
      if (!name.text.startsWith('"')) throw new NotJson(name.offset, 'expected a field name in double quotes');
      this.expect(':');
      const key = JSON.parse(name.text) as string;
      if (fields.has(key)) throw new NotJson(name.offset, `the field ${key} is told twice`);
      fields.set(key, this.value());
    } while (this.take(','));
    this.expect('}');
    return fields;
  }

  private items(): JsonNode[] {
    const items: JsonNode[] = [];
    if (this.take(']')) return items;
    do items.push(this.value());
    while (this.take(','));
    this.expect(']');
    return items;
  }

  private take(sign: string): boolean {
    const before = this.at;
    if (this.next(sign).text === sign) return true;
    this.at = before;
    return false;
  }

  private expect(sign: string): void {
    const found = this.next(sign);
    if (found.text !== sign) throw new NotJson(found.offset, `expected ${sign}, found ${found.text}`);
  }

  private next(expected: string) {
    token.lastIndex = this.at;
    const match = token.exec(this.text);
    const [sign, quoted, plain] = match?.slice(1) ?? [];
    const text = sign ?? quoted ?? plain;
    if (text === undefined) throw this.strayText(expected);
    this.at = token.lastIndex;
    return { text, offset: this.at - text.length, isSign: sign !== undefined };
  }

  private strayText(expected: string): NotJson {
    const rest = this.text.slice(this.at).trimStart();
    const offset = this.text.length - rest.length;
    return new NotJson(
      offset,
      rest === ''
        ? `the file ends where ${expected} is expected`
        : `expected ${expected}, found ${rest.slice(0, 12).split(/[\n"]/)[0]?.trim() ?? ''}`,
    );
  }
}
