/** A question that may be drawn. */
export interface PoolItem {
  readonly id: string
  /** 0 (everybody) to 1 (nobody): the expected share of credit that is missed. */
  readonly difficulty: number
  /** How many frozen showings it has, at least 1. */
  readonly forms: number
  /** How much more often it is drawn than one of weight 1; 1 when left out. */
  readonly weight?: number
}

/** A part of a paper: so many questions from a pool, each worth the same. */
export interface Zone {
  readonly id: string
  /** How many are drawn; the whole pool where it has no more. */
  readonly take: number
  /** Points of each. */
  readonly points: number
  /** Whether the questions stand in another order on every paper. */
  readonly shuffle: boolean
  readonly pool: readonly PoolItem[]
}

/** One question of one person's paper. */
export interface PaperSlot {
  /** Place on the paper, from 0. */
  readonly slot: number
  /** Index of its zone. */
  readonly zone: number
  readonly item: string
  /** Which of the item's showings, from 0. */
  readonly form: number
}
