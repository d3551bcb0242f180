import { constant } from './constant'

export const ones = constant('ones', 1)
