import type { Exporter } from './exporter'
import { gift } from './gift/exporter'
import { markdown } from './markdown/exporter'
import { moodleXml } from './moodle-xml/exporter'
import { qti3 } from './qti3/exporter'

/** Every format a deck is written in, the one that keeps most first. */
export const exporters: readonly Exporter[] = [markdown, moodleXml, qti3, gift]

export const exporterNamed = (name: string): Exporter | undefined => exporters.find((one) => one.name === name)
