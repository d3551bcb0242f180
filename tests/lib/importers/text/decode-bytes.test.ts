import { describe, expect, it } from 'vitest'
import { decodeBytes } from '@/lib/importers/text/decode-bytes'

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('bytes of a file', () => {
  it('are read as the Latin-1 that XML says it is, with what Windows means by it', () => {
    const head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    expect(decodeBytes(latin(`${head}<q>caf\u00e9 \u0093so\u0094</q>`))).toEqual({
      ok: true,
      value: `${head}<q>caf\u00e9 \u201cso\u201d</q>`,
    })
  })

  it('are UTF-8 whatever XML says, where they can be', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><q>caf\u00e9</q>'
    expect(decodeBytes(new TextEncoder().encode(text))).toEqual({ ok: true, value: text })
  })

  it('are refused where they are of another kind and do not say so', () => {
    expect(decodeBytes(latin('caf\u00e9,1'))).toMatchObject({ ok: false, error: { kind: 'not-text' } })
  })
})
