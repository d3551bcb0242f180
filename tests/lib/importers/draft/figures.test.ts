import { describe, expect, it } from 'vitest'
import { figureFrom } from '@/lib/importers/draft/figures'
import { beginsAsSvg } from '@/lib/importers/draft/svg-head'

const bytes = (text: string) => new TextEncoder().encode(text)
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'

describe('a drawing', () => {
  it('is known by its first tag, whatever XML lets stand before it', () => {
    for (const head of [
      '',
      '\ufeff',
      'ï»¿',
      ' \n',
      '<?xml version="1.0"?>\n',
      '<!-- by hand -->\n<!-- - -->',
      '<!DOCTYPE svg>',
    ])
      expect(beginsAsSvg(head + drawing), head).toBe(true)
    for (const text of ['', '<html>', '<svgx>', 'words <svg>', '<!-- <svg> -->', '<!-- <svg>'])
      expect(beginsAsSvg(text), text).toBe(false)
    expect(figureFrom(bytes(drawing))?.path).toMatch(/^figures\/import-[0-9a-f]{16}\.svg$/)
  })

  it('is told in no time from comments without end', () => {
    const began = performance.now()
    expect(figureFrom(bytes(`${'<!---->'.repeat(28)}x`))).toBeNull()
    expect(beginsAsSvg('<!--'.repeat(1000))).toBe(false)
    expect(performance.now() - began).toBeLessThan(500)
  })

  it('that fetches something is none, wherever it says so, and is looked through once', () => {
    for (const inside of [
      '<image href="https://example.org/x.png"/>',
      '<a class=">" href="https://example.org"/>',
      '<feImage xlink:href="https://example.org/x.png"/>',
      '<script>1</script>',
      '<path onclick="x()"/>',
    ])
      expect(figureFrom(bytes(`<svg>${inside}</svg>`)), inside).toBeNull()
    expect(figureFrom(bytes('<svg><use href="#a"/><linearGradient xlink:href=\'#b\'/></svg>'))).not.toBeNull()
    const began = performance.now()
    figureFrom(bytes(`<svg>${'<a '.repeat(100_000)}`))
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
