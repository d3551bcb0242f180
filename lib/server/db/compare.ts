import 'server-only'
import type { SchemaContainer } from '@prisma/schema-engine-wasm'
import type { Place } from './adapter'
import { withSchemaEngine } from './schema-engine'

/**
 * The SQL that leads from the database as it is to the models; empty where nothing is missing. To see what the next
 * migration must do, play the migrations into a scratch database and compare that.
 */
export const differenceTo = (place: Place, models: readonly SchemaContainer[]): Promise<string> =>
  withSchemaEngine(place, models, async (engine) => {
    const files = models.map(({ path, content }) => ({ path, content }))
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return (stdout ?? '').replace('-- This is an empty migration.', '').trim()
  })
