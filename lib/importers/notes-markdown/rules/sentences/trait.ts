import { mask } from '../mask'
import type { SentenceRule } from '../rule'
import { question } from './question'

const zh =
  /^(.{2,24}?)还?有一?个(不好的|好的|额外|重要的?|特别的?|明显的?)?(特性|性质|特点|优点|缺点|优势|问题)[，,]?(?:就是|即|是)(.{4,})$/u
const usual =
  /^([\w$\\{}]{1,24}?)(?:是一?个[^，,]{2,12})?[，,]?(?:常用|典型|一般|默认|推荐)的?(值|取值|设置)(?:是|为)([^，。]{1,40})/u

/** It has one trait: which? And which value does it usually have? */
export const trait: SentenceRule = {
  name: 'aspect',
  confidence: 0.8,
  read: (text) => {
    const masked = mask(text)
    const found = zh.exec(masked)
    if (found !== null) {
      const [, owner = '', kind = '', what = '', said = ''] = found
      return question(`${text.slice(0, owner.length)}有什么${kind}${what}？`, text.slice(masked.length - said.length))
    }
    const value = usual.exec(text)
    return value === null ? null : question(`${value[1]} 常用的${value[2] ?? '值'}是什么？`, value[3] ?? '')
  },
}
