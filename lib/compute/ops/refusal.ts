import { type Result, refuse } from '@/lib/core/result'
import type { ShapeRefusal } from './op'
import type { Shape } from './tensor'

export const shapeText = (shape: Shape): string => `[${shape.join(', ')}]`

/** Shapes that don't fit: `message` names the thing, `hint` the cure, both whole sentences. */
export const refuseShape = (message: string, hint: string): Result<never, ShapeRefusal> => refuse({ message, hint })
