import { constant } from './constant'

export const zeros = constant('zeros', 0)
