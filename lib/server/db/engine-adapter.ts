import 'server-only'
import type { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
type Pool = ReturnType<Connection['underlyingDriver']>

/** PostgreSQL's numbers for its one-letter catalogue type `"char"` and for `text`. */
const charType = 18
const textType = 25

interface Answer {
  readonly fields: readonly { dataTypeID: number }[]
}

const nameCharsText = (pool: Pool): void => {
  const query: (...args: unknown[]) => Promise<Answer> = pool.query.bind(pool)
  Object.assign(pool, {
    query: async (...args: unknown[]) => {
      const answer = await query(...args)
      for (const field of answer.fields) if (field.dataTypeID === charType) field.dataTypeID = textType
      return answer
    },
  })
}

/**
 * The migration engine reads PostgreSQL's catalogue, whose `"char"` columns the driver adapter refuses ("Column type
 * 'char' could not be deserialized from the database"). Named as text on the way in, they are read.
 */
export const readingCatalogue = (factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory => ({
  provider: factory.provider,
  adapterName: factory.adapterName,
  connect: async () => {
    const connection = await factory.connect()
    nameCharsText(connection.underlyingDriver())
    return connection
  },
  connectToShadowDb: () => factory.connectToShadowDb(),
})
