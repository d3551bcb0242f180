import { toUtf8, zip } from '../anki/zip'
import type { Exporter, ExportRow } from '../exporter'
import { itemsOf } from '../items/items-of'
import { makeLosses } from '../items/losses'
import { xmlText } from '../markup/xml'
import { itemXml } from './item-xml'

interface Entry {
  readonly name: string
  readonly data: Uint8Array
  readonly pack: boolean
}

const manifest = (
  title: string,
  items: readonly { readonly name: string; readonly files: readonly string[] }[],
): string => {
  const resources = items
    .map(({ name, files }, i) => {
      const named = [name, ...files].map((file) => `<file href="${xmlText(file)}"/>`).join('')
      return `<resource identifier="item-${i + 1}" type="imsqti_item_xmlv3p0" href="${xmlText(name)}">${named}</resource>`
    })
    .join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="gradeck">
<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
<organizations/>
<resources>
<!-- ${xmlText(title).replace(/--+/g, '-')} -->
${resources}
</resources>
</manifest>
`
}

/** A package of QTI 3 items, one for each card and frozen variant. The program does not go along, so no seed is drawn elsewhere. */
export const qti3: Exporter = {
  name: 'qti3',
  loses: ['frozen', 'workings', 'unmarked', 'picture', 'explorer'],
  write: (source) => {
    const { bundle, figures } = source
    const entries: Entry[] = []
    const items: { name: string; files: readonly string[] }[] = []
    const packed = new Set<string>()
    const rows = itemsOf(source).map((item): ExportRow => {
      const losses = makeLosses(item)
      for (const variant of item.variants) {
        const used = new Set<string>()
        const media = (src: string) => {
          if (!figures.has(src)) return null
          used.add(src)
          return `../images/${src.slice(src.lastIndexOf('/') + 1)}`
        }
        const identifier = `gd-${item.id}${variant.number === null ? '' : `.v${variant.number}`}`
        const title = variant.number === null ? item.title : `${item.title} (${variant.number})`
        const xml = itemXml(variant, { identifier, title, language: bundle.language }, media, losses.tell)
        const name = `items/${identifier}.xml`
        entries.push({ name, data: toUtf8(xml), pack: true })
        items.push({ name, files: [...used].map((src) => `images/${src.slice(src.lastIndexOf('/') + 1)}`) })
        for (const src of used) packed.add(src)
      }
      return losses.row(item.variants.length > 0)
    })
    const pictures = [...packed].flatMap((src): Entry[] => {
      const data = figures.get(src)
      return data === undefined ? [] : [{ name: `images/${src.slice(src.lastIndexOf('/') + 1)}`, data, pack: false }]
    })
    const about = { name: 'imsmanifest.xml', data: toUtf8(manifest(bundle.title, items)), pack: true }
    return { ending: '.zip', mime: 'application/zip', data: zip([about, ...entries, ...pictures]), rows }
  },
}
