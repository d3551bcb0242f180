import { once } from './once'

/** Words that point at something outside the sentence. */
const zh =
  /^(?:这|该|此(?![外时])|其(?![他她中实余])|它|他们|她|前者|后者|那(?!么)|上述|以上|上面|下面|如下|以下|左图|右图|上图|下图|另一|同样|也|还|又|就|都|则|而|且|再|后来|当时|从那|反之|相反|否则|不然)|上述|如下|以下(?:公式|配置|方法|几种|缺点)|前者|后者|左图|右图|上图|下图|图中|红色|蓝色|绿色|图表|上面(?!的?层)|下面(?!的?层)|前面(?:的|提)|参考文献|本节|后续|后面(?:会|将|的课)|在后面的课程|这门课/
const zhInside = /这(?!些?样)|该(?=[\u4e00-\u9fff])|它|此(?:方法|时|处|类)|那个|那样|其(?![他她中实余])/
const en =
  /^(?:this|that|these|those|it|its|they|their|he|she|such|here|there|also|however|so|thus|hence|therefore|but|and|or|then|otherwise|instead|similarly|likewise|both|neither|another|the (?:former|latter|above|following|same))\b|\b(?:the former|the latter|above|below|following|as follows|left figure|right figure|figure \d|this section|this lecture|next section|previous section|reader)\b/i
const enInside = /\b(?:this|these|those|it|its|they|them)\b/i

/** Chinese words that always point at something named before, wherever they stand. */
const always = /这(?:些|个|种|一|两|几)|那些|那个|该(?=[方问性模结])|上述|前者|后者/

const cjk = /[\u4e00-\u9fff]/

/** Whether English patterns can find anything: they all need words with a blank between. */
export const hasEnglish = once((text: string): boolean =>
  /[A-Za-z]{2} [A-Za-z\uE000$]|[\uE000$] [A-Za-z]{2}/.test(text),
)

export const isChinese = (text: string): boolean => cjk.test(text)

/** Whether a question or statement leans on something it does not name. Inside, a pronoun may refer to what the sentence named. */
export const pointsOutside = (text: string, nounsBefore = 8): boolean => {
  const bare = text.replace(/\$[^$]*\$/g, 'x').trim()
  const [outside, inside] = isChinese(bare) ? [zh, zhInside] : [en, enInside]
  if (outside.test(bare) || (isChinese(bare) && always.test(bare))) return true
  const found = inside.exec(bare)
  return found !== null && found.index < (isChinese(bare) ? nounsBefore : nounsBefore * 3)
}

const openers =
  /^(?:其中|有时候?|因此|所以|虽然|而(?=[\u4e00-\u9fff])|即使|解决方法就是|然而|但是|但|不过|而且|并且|此外|另外|还有|同时|换言之|换句话说|也就是说|具体来说|实际上|直观而言|直观的理解就是|回忆一下|需要注意的是|注意理解|需要知道的是|最后一句话总结|总之|可以发现|可以看到|很显然|显然|对于该现象的一种解释观点是|一个经验性的结论是|当然|其实|注意|于是|接着|首先|也就是|Therefore|Thus|Hence|However|Moreover|Furthermore|In addition|In other words|Note that|Notice that|Recall that|In fact|Clearly|Intuitively|In short|Also|But|So|And)(?:[，,：:\s]+|(?=[\u4e00-\u9fff$])|(?<=[\u4e00-\u9fff])(?=[A-Z]))/

/** The sentence without words that only tie it to the one before. */
export const withoutOpeners = (text: string): string => {
  let rest = text
  for (let i = 0; i < 3; i++) {
    const next = rest.replace(openers, '').trimStart()
    if (next === rest) break
    rest = next
  }
  return isChinese(rest) ? rest : rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** A sentence about a picture that the card does not show. */
export const isAboutFigure = (text: string): boolean =>
  /[左右上下]图|图[中上]|如图|见图|红色的?区域|\b(?:figure|picture|image|plot|diagram) (?:above|below|\d)|\b(?:left|right|above|below) (?:figure|picture|plot)/i.test(
    text,
  )

/** A sentence that only illustrates another. */
export const isExample = (text: string): boolean =>
  /^(?:例如|比如|举例|如(?!果|何)|For example|For instance|E\.g\.|Consider|Suppose|Imagine|Say,)/i.test(text)

/** Marks with which a writer says that something is not known or not finished. */
export const isUnfinished = (text: string): boolean =>
  /没看懂|看不懂|没懂|不懂|不理解|待续|未完|待补|待更新|待定|待查|存疑|\bTODO\b|\bTBD\b|\bFIXME\b|\bXXX\b|to be continued|not (?:sure|understood|clear to me)|don't understand|didn't understand|\?\?\?|？？/i.test(
    text,
  )

/** Claims that hold without exception, as written. */
export const isOverClaim = (text: string): boolean =>
  /总是|总能|永远|从不|从未|从来|任何|任意|一定|必然|必须|必定|所有|全部|完全|绝对(?!值)|毫无|唯一|单调|无论|(?<!不)都(?:能|会|是|可以|不)|始终|每次都|绝不|决不|肯定|没有哪个|\balways\b|\bnever\b|\bany\b|\ball\b|\bevery\b|\bnone\b|\bguarantees?d?\b|\bimpossible\b|\bonly\b|\bmust\b|\bcannot\b/i.test(
    text,
  )
