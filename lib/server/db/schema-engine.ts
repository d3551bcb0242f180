import 'server-only'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm'
import { makeMigrationAdapter, type Place } from './adapter'

type Bindings = typeof import('@prisma/schema-engine-wasm') & {
  readonly __wbg_set_wasm: (exports: WebAssembly.Exports) => void
}

/** Where the engine leaves the reason of a panic before it traps; without it the reason is lost. */
const panics = {
  reason: '',
  set_message(text: string) {
    this.reason = text
  },
}

let loaded: Promise<Bindings> | undefined

/**
 * Prisma's migration engine as WebAssembly, so that no binary is ever downloaded. The package's own entry imports the
 * `.wasm` file as a module, which Node cannot do without a flag: it is instantiated by hand.
 */
const load = async (): Promise<Bindings> => {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  const require = createRequire(import.meta.url)
  const bindings: Bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return bindings
}

/** Runs `use` with an engine for the database; the models may be no more than its datasource block. */
export const withSchemaEngine = async <T>(
  place: Place,
  models: readonly SchemaContainer[],
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> => {
  loaded ??= load()
  const { SchemaEngine: Engine } = await loaded
  const factory = makeMigrationAdapter(place)
  // The engine leaves its connections open, and on PostgreSQL with them the lock that migrations wait for.
  const connections: SqlDriverAdapter[] = []
  const connect = async (): Promise<SqlDriverAdapter> => {
    const connection = await factory.connect()
    connections.push(connection)
    return connection
  }
  const engine = await Engine.new(
    { datamodels: models.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect,
      connectToShadowDb: () => factory.connectToShadowDb(),
    }),
  )
  try {
    return await use(engine)
  } finally {
    engine.free()
    for (const connection of connections) await connection.dispose()
  }
}
