// A thread starts without the loader that the command line brings along, so it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./gate-worker.ts')
