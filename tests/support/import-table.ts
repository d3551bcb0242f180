import { dirname, join } from 'node:path'

export interface SourceFile {
  readonly path: string
  readonly text: string
}

interface Zone {
  readonly name: string
  /** First match wins, so inner zones stand before the zones that hold them. */
  readonly within: RegExp
  readonly zones: readonly string[]
  readonly packages: readonly RegExp[]
}

const pure = [
  'core',
  'view',
  'content',
  'cards',
  'compute',
  'schedule',
  'search',
  'exam',
  'charts',
  'importers',
  'exporters',
  'sync',
  'classes',
]
const markdown = [/^unified$/, /^remark-/, /^micromark/, /^mdast/, /^unist/, /^vfile/, /^yaml$/]

/** The table of lib/README.md. */
const zones: readonly Zone[] = [
  { name: 'core', within: /^lib\/core\//, zones: [], packages: [] },
  { name: 'view', within: /^lib\/view\//, zones: ['core'], packages: [] },
  { name: 'engine', within: /^lib\/compute\/engine\//, zones: ['core', 'compute'], packages: [/^@tensorflow\//] },
  { name: 'compute', within: /^lib\/compute\//, zones: ['core', 'view'], packages: [/^yaml$/] },
  { name: 'content', within: /^lib\/content\//, zones: ['core', 'view'], packages: [...markdown, /^katex/] },
  { name: 'cards', within: /^lib\/cards\//, zones: ['core', 'view', 'content', 'compute'], packages: [] },
  { name: 'schedule', within: /^lib\/schedule\//, zones: ['core'], packages: [/^ts-fsrs$/] },
  { name: 'search', within: /^lib\/search\//, zones: ['core', 'view', 'content', 'schedule'], packages: [] },
  { name: 'exam', within: /^lib\/exam\//, zones: ['core', 'view', 'cards', 'compute', 'schedule'], packages: [] },
  { name: 'charts', within: /^lib\/charts\//, zones: ['core', 'view', 'schedule'], packages: [] },
  {
    name: 'importers',
    within: /^lib\/importers\//,
    zones: ['core', 'content', 'cards', 'compute', 'schedule'],
    packages: [/./],
  },
  {
    name: 'exporters',
    within: /^lib\/exporters\//,
    zones: ['core', 'view', 'content', 'cards', 'compute', 'schedule'],
    packages: [/./],
  },
  { name: 'sync', within: /^lib\/sync\//, zones: ['core', 'schedule'], packages: [] },
  {
    name: 'classes',
    within: /^lib\/classes\//,
    zones: ['core', 'view', 'schedule', 'charts', 'sync'],
    packages: [/^papaparse$/],
  },
  // The worker is the one door to the engine.
  { name: 'worker', within: /^lib\/client\/compute\.worker\.ts$/, zones: ['engine', 'client', ...pure], packages: [] },
  { name: 'client', within: /^lib\/client\//, zones: [...pure, 'worker'], packages: [/^idb$/] },
  // Nothing else on the server computes with TensorFlow.js, and this only in a thread of its own.
  {
    name: 'gate',
    within: /^lib\/server\/gate\/gate-worker\.ts$/,
    zones: [...pure, 'engine', 'server'],
    packages: [/^server-only$/, /^node:/],
  },
  {
    name: 'server',
    within: /^lib\/server\//,
    zones: [...pure, 'generated'],
    packages: [
      /^server-only$/,
      /^yaml$/,
      /^node:/,
      /prisma/,
      /^next-auth/,
      /^nodemailer$/,
      /^prom-client$/,
      /^web-push$/,
      /^sql\.js$/,
      /^@open-spaced-repetition\/binding$/,
    ],
  },
  { name: 'cli', within: /^lib\/cli\//, zones: [...pure, 'engine', 'server'], packages: [/./] },
  { name: 'api', within: /^app\/api\//, zones: ['core', 'exam', 'sync', 'server'], packages: [/^next/] },
  {
    name: 'ui',
    within: /^app\/.*_ui\//,
    zones: [
      'core',
      'view',
      'client',
      'cards',
      'charts',
      'schedule',
      'search',
      'content',
      'compute',
      'exam',
      'importers',
      'sync',
      'classes',
      'messages',
      'ui',
    ],
    packages: [/^react/, /^next/, /^uqr$/, /^@observablehq\/plot$/, /^@codemirror\//, /^@lezer\//],
  },
  { name: 'messages', within: /^app\/_i18n\//, zones: ['core'], packages: [/^next/, /^react$/] },
  {
    name: 'pages',
    within: /^app\//,
    zones: [...pure, 'client', 'server', 'ui', 'messages'],
    packages: [/^react/, /^next/, /^katex/, /^@fontsource/, /^uqr$/],
  },
  { name: 'generated', within: /^prisma\/generated\//, zones: [], packages: [] },
]

/** One file imports each heavy dependency. */
const soleImporters: readonly { readonly of: RegExp; readonly within: RegExp }[] = [
  { of: /^ts-fsrs$/, within: /^lib\/schedule\/fsrs\.ts$/ },
  { of: /^@open-spaced-repetition\/binding$/, within: /^lib\/server\/fit\/optimizer\.ts$/ },
  { of: /^@(?:codemirror|lezer)\//, within: /^app\/_ui\/teach\/editor\/source\// },
  { of: /^@observablehq\//, within: /^app\/_ui\/charts\/plot\.ts$/ },
  { of: /^katex$/, within: /^lib\/content\/markdown\/math\.ts$/ },
  { of: /prisma(?!\/schema-engine)/, within: /^lib\/(server\/db|cli)\// },
  {
    of: /^fflate$/,
    within: /^lib\/(?:(?:importers|exporters)\/anki\/(?:archive\/)?zip|importers\/zip\/open-zip)\.ts$/,
  },
  { of: /^saxes$/, within: /^lib\/importers\/xml\/parse-xml\.ts$/ },
  { of: /^fzstd$/, within: /^lib\/importers\/anki\/archive\/zstd\.ts$/ },
  { of: /^sql\.js$/, within: /^lib\/server\/anki\/sqlite\.ts$/ },
  { of: /^@tensorflow\//, within: /^lib\/compute\/engine\// },
]

const zoneOf = (path: string): Zone | undefined => zones.find((zone) => zone.within.test(path))

const valueImport = /(?:^|\n)\s*(?:import|export)(?!\s+type\b)[^'"\n;]*?(?:\bfrom\s*)?['"]([^'"\n]+)['"]/g
const patterns = [
  /(?:^|\n)\s*import\s+(?:[^'"]*?\bfrom\s+)?['"]([^'"\n]+)['"]/g,
  /(?:^|\n)\s*export\s+[^'"=]*?\bfrom\s+['"]([^'"\n]+)['"]/g,
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"\n]+)['"]\s*,\s*import\.meta\.url/g,
]

const found = (text: string, list: readonly RegExp[]) =>
  list
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map((match) => match[1] ?? '')

/** Every module a source text names, in order. */
export const importsOf = (text: string): string[] => found(text, patterns)

const valueImportsOf = (text: string) => {
  const typeOnly = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+type\s[^'"]*?\bfrom\s+['"]([^'"\n]+)['"]/g)].map(
    (match) => match[1],
  )
  return new Set(
    importsOf(text).filter((name) => !typeOnly.includes(name) || found(text, [valueImport]).includes(name)),
  )
}

const resolve = (from: string, name: string): string | null => {
  if (name.startsWith('@/')) return name.slice(2)
  if (name.startsWith('.')) return join(dirname(from), name)
  return null
}

/** Sentences, one an import that the table does not allow. */
export const violations = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) => {
    const zone = zoneOf(path)
    if (!zone) return []
    const values = valueImportsOf(text)
    return [...new Set(importsOf(text))].flatMap((name) => {
      const target = resolve(path, name)
      if (target !== null) {
        if (/\.(css|json|svg|png)$/.test(target)) return []
        const other = zoneOf(`${target}/`) ?? zoneOf(target.endsWith('.ts') ? target : `${target}.ts`)
        if (!other) return [`${path} (${zone.name}) imports ${name}, which belongs to no zone`]
        return other === zone || zone.zones.includes(other.name)
          ? []
          : [`${path} (${zone.name}) may not import ${name} (${other.name})`]
      }
      // Types cost nothing at run time: an op may know TensorFlow.js's types without importing it.
      if (!values.has(name) && zone.name === 'compute') return []
      if (!zone.packages.some((allowed) => allowed.test(name)))
        return [`${path} (${zone.name}) may not import the package ${name}`]
      const sole = soleImporters.find(({ of }) => of.test(name))
      return sole && !sole.within.test(path) ? [`${path} imports ${name}; only ${sole.within.source} may`] : []
    })
  })
