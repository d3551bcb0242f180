import { runExpressions, tensorOf, written } from '../run'
import { type KnownSlip, type Misstatement, slip } from './statement'

const digits: { readonly [word: string]: number } = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 }

/** Depths are in the names: how many layers more is a subtraction. */
const layersMore: KnownSlip = {
  id: 'layers-counted',
  find: (text) => {
    const found = /([A-Za-z]+)-?(\d{2,3})[^。]{0,8}\1-?(\d{2,3})[^。]{0,10}多([一二两三四五六\d]+)层[^，。]*/u.exec(
      text,
    )
    if (found === null) return null
    const [says, family = '', a = '', b = '', word = ''] = found
    const said = digits[word] ?? Number(word)
    const more = runExpressions({ a: tensorOf([], [Number(a)]), b: tensorOf([], [Number(b)]) }, ['a - b'])?.[0]
    if (more === undefined || more.data[0] === said) return null
    return {
      says,
      correct: {
        en: `${family}${a} has ${written(more)} layers with weights more than ${family}${b}.`,
        zh: `${family}${a} 比 ${family}${b} 多 ${written(more)} 个有权重的层。`,
      },
      why: { en: `${a} - ${b} = ${written(more)}.`, zh: `${a} − ${b} = ${written(more)}。` },
      numbers: [{ given: `${a} - ${b}`, says: String(said), correct: written(more) }],
    }
  },
}

const vectors = /\[\s*(-?\d+(?:\.\d+)?(?:\s*,\s*-?\d+(?:\.\d+)?)+)\s*\]/g

/** Two score vectors and which of them loses more under softmax: run, not believed. */
const softmaxOfTwo: KnownSlip = {
  id: 'softmax-loss-compared',
  find: (text, { before }): Misstatement | null => {
    const said = /前者[^，。]{0,8}损失[^，。]{0,6}(高|大|低|小)于后者/u.exec(text)
    if (said === null || !/softmax/i.test(text)) return null
    const [first, second] = [...before.matchAll(vectors)].map((found) => (found[1] ?? '').split(',').map(Number))
    if (first === undefined || second === undefined || first.length !== second.length || first.some(Number.isNaN))
      return null
    const run = runExpressions({ a: tensorOf([first.length], first), b: tensorOf([second.length], second) }, [
      'logsumexp(a) - a[0]',
      'logsumexp(b) - b[0]',
    ])
    const [a, b] = run ?? []
    if (a === undefined || b === undefined) return null
    const higher = /高|大/.test(said[1] ?? '')
    if ((a.data[0] ?? 0) > (b.data[0] ?? 0) === higher) return null
    const [x, y] = [`[${first.join(', ')}]`, `[${second.join(', ')}]`]
    const [larger, smaller] = higher ? [y, x] : [x, y]
    return {
      says: `对于 Softmax，$${x}$ 的损失${higher ? '高' : '低'}于 $${y}$（第一类正确）`,
      correct: {
        en: `Under softmax the scores ${larger} lose more than ${smaller} (first class right).`,
        zh: `若第一类正确，得分 $${larger}$ 的 Softmax 损失大于 $${smaller}$。`,
      },
      why: { en: 'Close competitors cost; far ones cost nothing.', zh: '竞争类别的得分越接近，损失越大。' },
      numbers: [
        {
          given: `${x}, ${y}`,
          says: higher ? `${x} 的损失较大` : `${x} 的损失较小`,
          correct: `${written(a)}, ${written(b)}`,
        },
      ],
    }
  },
}

/** A logarithm written out in numbers: rounded as it should be? */
const logarithm: KnownSlip = {
  id: 'logarithm-rounded',
  find: (text) => {
    const found = /-\s?\\?(?:ln|log)\s?\(?\s?(0?\.\d+)\s?\)?\s?(?:=|≈)\s?(\d+\.\d+)/u.exec(text)
    if (found === null) return null
    const [says, x = '', said = ''] = found
    const value = runExpressions({ x: tensorOf([], [Number(x)]) }, ['-log(x)'])?.[0]?.data[0]
    const decimals = said.split('.')[1]?.length ?? 0
    if (value === undefined || Math.abs(value - Number(said)) <= 0.5 * 10 ** -decimals) return null
    const right = value.toFixed(decimals)
    return {
      says,
      correct: {
        en: `-ln(${x}) = ${right}, the initial loss to expect when every class has probability ${x}.`,
        zh: `$-\\ln(${x})\\approx ${right}$：每类初始概率为 ${x} 时，期望的初始损失约为 ${right}。`,
      },
      why: { en: `${said} is cut off, not rounded.`, zh: `${said} 是截断，四舍五入应为 ${right}。` },
      numbers: [{ given: `-ln(${x})`, says: said, correct: value.toPrecision(7) }],
    }
  },
}

export const networkSlips: readonly KnownSlip[] = [
  layersMore,
  softmaxOfTwo,
  logarithm,
  slip(
    'classifier-needs-a-loss',
    /设置sigmoid函数得二分类Softmax分类器[^，。]*/u,
    null,
    {
      en: 'A sigmoid with the cross-entropy loss makes a neuron a binary softmax classifier.',
      zh: '输出端用 sigmoid 并配以交叉熵损失，神经元就成为二分类 Softmax 分类器。',
    },
    { en: 'The activation alone trains nothing.', zh: '仅有激活函数还不是分类器，要有损失函数。' },
  ),
  slip(
    'dropout-in-conv-layers',
    /并?不是将神经元激活函数结果置零[^。，]*(?:，而是[^，。]*)?/u,
    /dropout|失活/iu,
    {
      en: 'Convolutional layers use both: dropping single activations, and dropping whole channels, called spatial dropout.',
      zh: '卷积层里两种做法都有：逐个激活值置零，以及整个通道置零（spatial dropout）。',
    },
    { en: 'Dropping channels is a variant, not the rule.', zh: '按通道置零只是一种变体。' },
  ),
  slip(
    'alexnet-first-layer-sees-the-image',
    /CONV1、CONV2、CONV4、CONV5只与相同GPU上的特征图连接/u,
    null,
    {
      en: 'In AlexNet CONV2, CONV4 and CONV5 see feature maps of their own GPU only; CONV1 sees the image.',
      zh: 'AlexNet 的 CONV2、CONV4、CONV5 只与同一 GPU 上的特征图相连；CONV1 直接看输入图像。',
    },
    { en: 'Before CONV1 there are no feature maps.', zh: 'CONV1 之前还没有特征图。' },
  ),
  slip(
    'residual-is-exact',
    /残差(?:是)?指?\$?F\(x\)\$?[，,]是一种直觉和假设/u,
    null,
    {
      en: 'The residual is F(x) = H(x) - x, an exact definition; that it is easier to learn than H(x) is the hypothesis.',
      zh: '残差 $F(x)=H(x)-x$ 是确切的定义；“学习 $F(x)$ 比学习 $H(x)$ 容易”才是假设。',
    },
    { en: 'Definition and hypothesis are two things.', zh: '定义和假设是两回事。' },
  ),
  slip(
    'googlenet-size',
    /(?:无全连接层，)?仅\s?500\s?万参数/u,
    /googl/iu,
    {
      en: 'GoogLeNet has about 5 to 7 million parameters, depending on what is counted, and one linear layer remains as classifier.',
      zh: 'GoogLeNet 约有 500 万到 700 万参数（取决于怎样计数），末尾仍保留一个线性分类层。',
    },
    {
      en: 'The large fully connected layers are gone, the classifier is not.',
      zh: '去掉的是大的全连接层，分类用的线性层还在。',
    },
  ),
  slip(
    'sigmoid-range-is-open',
    /压缩到\$?\[0,\s?1\]\$?[^，。]*|(?:range|values?) (?:of|in) (?:the )?\[0,\s?1\]/u,
    /sigmoid/iu,
    { en: 'The sigmoid squashes its input into the open interval (0, 1).', zh: 'Sigmoid 把输入压缩到开区间 $(0,1)$。' },
    { en: 'It approaches 0 and 1 and never reaches them.', zh: '只会趋近 0 和 1，永远取不到。' },
  ),
  slip(
    'tanh-range-is-open',
    /压缩到\$?\[-1,\s?1\]\$?中?|range of \[-1,\s?1\]/u,
    /tanh/iu,
    { en: 'Tanh squashes its input into the open interval (-1, 1).', zh: 'Tanh 把输入压缩到开区间 $(-1,1)$。' },
    { en: 'It approaches -1 and 1 and never reaches them.', zh: '只会趋近 −1 和 1，永远取不到。' },
  ),
  slip(
    'whitening-rescales-axes',
    /^白化[：:]\s?归一化处理/u,
    null,
    {
      en: 'Whitening decorrelates the data and divides each axis by the square root of its eigenvalue.',
      zh: '白化先去相关，再把每个轴除以对应特征值的平方根。',
    },
    { en: 'Rescaling alone leaves the correlations.', zh: '只做归一化不会消除相关性。' },
  ),
]
