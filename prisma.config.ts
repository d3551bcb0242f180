import { defineConfig } from 'prisma/config'

// Generating needs no engine, yet the command looks for one and would download it. Any executable satisfies it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema' })
