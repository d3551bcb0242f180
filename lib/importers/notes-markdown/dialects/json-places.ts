/** JSON whose strings know where in the file each of their characters stands. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  /** `places` has one more entry than `value` has characters: the end. */
  | { readonly kind: 'string'; readonly value: string; readonly places: readonly number[] }
  | { readonly kind: 'other' }

class Malformed extends Error {}

const deepest = 60
const escapes: { readonly [sign: string]: string } = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

/** Null for text that is no JSON. */
export const readJson = (text: string): JsonNode | null => {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const blank = () => {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  }
  const expect = (sign: string) => {
    if (text.charAt(at) !== sign) throw new Malformed()
    at++
  }
  const string = (): Extract<JsonNode, { kind: 'string' }> => {
    expect('"')
    const places: number[] = []
    const pieces: string[] = []
    for (;;) {
      if (at >= text.length) throw new Malformed()
      const c = text.charAt(at)
      if (c === '"') break
      places.push(at)
      if (c !== '\\') {
        pieces.push(c)
        at++
        continue
      }
      const sign = text.charAt(at + 1)
      if (sign === 'u') {
        const code = text.slice(at + 2, at + 6)
        if (!/^[0-9a-f]{4}$/i.test(code)) throw new Malformed()
        pieces.push(String.fromCharCode(Number.parseInt(code, 16)))
        at += 6
      } else {
        if (sign === '') throw new Malformed()
        pieces.push(escapes[sign] ?? sign)
        at += 2
      }
    }
    places.push(at)
    at++
    return { kind: 'string', value: pieces.join(''), places }
  }
  const value = (depth: number): JsonNode => {
    if (depth > deepest) throw new Malformed()
    blank()
    const c = text.charAt(at)
    if (c === '"') return string()
    if (c === '{') {
      at++
      const members = new Map<string, JsonNode>()
      blank()
      while (text.charAt(at) !== '}') {
        blank()
        const key = string().value
        blank()
        expect(':')
        members.set(key, value(depth + 1))
        blank()
        if (text.charAt(at) === ',') at++
        else if (text.charAt(at) !== '}') throw new Malformed()
        blank()
      }
      at++
      return { kind: 'object', members }
    }
    if (c === '[') {
      at++
      const items: JsonNode[] = []
      blank()
      while (text.charAt(at) !== ']') {
        items.push(value(depth + 1))
        blank()
        if (text.charAt(at) === ',') at++
        else if (text.charAt(at) !== ']') throw new Malformed()
        blank()
      }
      at++
      return { kind: 'array', items }
    }
    const literal = /[-+.\w]+/y
    literal.lastIndex = at
    const found = literal.exec(text)
    if (found === null) throw new Malformed()
    at = literal.lastIndex
    return { kind: 'other' }
  }
  try {
    return value(0)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
