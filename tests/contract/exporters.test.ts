import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/core/language'
import { exporters } from '@/lib/exporters/list'
import { lossWords } from '@/lib/exporters/loss-sentences'
import { importFile } from '@/lib/importers/import-file'
import { parseXml } from '@/lib/importers/xml/parse-xml'
import { fromUtf8, isZip, openZip } from '@/lib/importers/zip/open-zip'
import { sampleSource } from '../support/export-source'

const textsIn = (data: Uint8Array): readonly (readonly [string, string])[] => {
  if (!isZip(data)) return [['', fromUtf8(data)]]
  const zip = openZip(data)
  if (!zip.ok) throw new Error(zip.error.kind)
  const { names, read } = zip.value
  return names
    .filter((name) => /\.(?:xml|md)$/.test(name))
    .map((name) => [name, fromUtf8(read(name) ?? new Uint8Array())])
}

const read = (data: Uint8Array, ending: string) => {
  const back = importFile(data, `export${ending}`)
  if (!back.ok) throw new Error(`${back.error.kind} ${back.error.detail}`)
  return back.value
}

describe.each(exporters)('exporter $name', (exporter) => {
  it.each(languages)('writes every card of a deck or says that it is left out (%s)', (language) => {
    const source = sampleSource(language)
    const { rows } = exporter.write(source)
    const ids = source.bundle.cards.map(({ id }) => id.slice('sample/'.length)).sort()
    expect(
      rows
        .map(({ id }) => id)
        .filter((id) => !id.endsWith('.md'))
        .sort(),
    ).toEqual(ids)
    expect(rows.every(({ title, losses, kept }) => title !== '' && (kept || losses.length > 0))).toBe(true)
  })

  it('loses nothing that it did not say before', () => {
    const lost = new Set(exporter.write(sampleSource()).rows.flatMap(({ losses }) => losses))
    expect([...lost].filter((loss) => !exporter.loses.includes(loss))).toEqual([])
    for (const loss of exporter.loses) expect(lossWords[loss]).not.toBe('')
  })

  it('gives the same bytes for the same deck and seed', () => {
    expect(exporter.write(sampleSource()).data).toEqual(exporter.write(sampleSource()).data)
  })

  it('writes XML that is well-formed', () => {
    for (const [name, text] of textsIn(exporter.write(sampleSource('zh')).data))
      if (text.startsWith('<?xml')) expect([name, parseXml(text).ok]).toEqual([name, true])
  })

  it('is read back: each card that shows the same each time under its own id, each frozen variant as one of its own', () => {
    const { data, ending, rows } = exporter.write(sampleSource())
    const back = read(data, ending)
    expect(back.rows.filter(({ cards }) => cards.length === 0)).toEqual([])
    const ids = back.cards.map(({ id }) => id)
    const plain = rows.filter(({ kept, losses }) => kept && !losses.includes('frozen')).map(({ id }) => id)
    expect(plain.filter((id) => !ids.includes(id))).toEqual([])
    const frozen = rows.filter(({ losses }) => losses.includes('frozen')).map(({ id }) => id)
    for (const id of frozen) expect(ids.filter((one) => one.startsWith(`${id}.`)).length).toBeGreaterThanOrEqual(3)
  })

  it('answers an empty deck with a file that has no card', () => {
    const source = sampleSource()
    const { rows, data } = exporter.write({ ...source, files: [], bundle: { ...source.bundle, cards: [] } })
    expect(rows).toEqual([])
    expect(data.length).toBeGreaterThan(0)
  })
})
