import type { Bench } from './bench'
import { engine } from './engine'
import { review } from './review'
import { size } from './size'
import { sync } from './sync'

export const benches: readonly Bench[] = [size, review, engine, sync]
