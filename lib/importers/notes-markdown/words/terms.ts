/** What kind of thing a term names; shown as the hint of a gap, so that only one word fits. */
export interface Terms {
  readonly zh: string
  readonly en: string
  readonly names: string
}

/** Terms of the field by kind, Chinese and English, separated by bars. A gap is cut at one of these, never at a filler word. */
export const terms: readonly Terms[] = [
  {
    zh: '什么函数',
    en: 'function',
    names:
      '激活函数|损失函数|目标函数|评分函数|得分函数|对数似然函数|折叶损失|合页损失|铰链损失|交叉熵损失|交叉熵|回归损失|分类损失|数据损失|正则化损失|L2损失|Softmax损失|SVM损失|activation function|loss function|objective function|score function|hinge loss|cross-entropy loss|cross-entropy|regression loss|softmax loss',
  },
  {
    zh: '什么方法',
    en: 'method',
    names:
      '反向传播|前向传播|链式法则|梯度下降|随机梯度下降|小批量梯度下降|梯度检查|交叉验证|正则化|批量归一化|批量标准化|随机失活|反向随机失活|数据扩张|数据增强|迁移学习|模型集成|集成|零均值中心化|零中心化|中心化|归一化|白化|奇异值分解|主成分分析|降维|平移|投影梯度下降|随机搜索|网格搜索|学习率衰减|权重初始化|稀疏初始化|参数共享|零填充|上采样|下采样|降采样|注意力机制|牛顿法|拟牛顿法|有限差值|泰勒展开|换元|微分公式|微分|投票|最优化|预热|级联|可视化|二值化|链式求导|backpropagation|chain rule|gradient descent|stochastic gradient descent|gradient check|gradient checking|cross-validation|regularization|batch normalization|dropout|inverted dropout|data augmentation|transfer learning|model ensemble|model ensembles|zero-centering|normalization|whitening|singular value decomposition|random search|grid search|weight initialization|weight decay|early stopping|parameter sharing|weight sharing|zero-padding|padding|upsampling|downsampling|pooling|max pooling|attention|fine-tuning|momentum',
  },
  {
    zh: '什么量',
    en: 'quantity',
    names:
      '学习率|梯度|权重|权值|偏置|偏差|损失值|数值梯度|解析梯度|分析梯度|步长|深度|参数数量|超参数|正则化强度|方差|标准差|均值|平均值|协方差矩阵|海森矩阵|特征向量|特征值|准确率|精确率|召回率|相对误差|输出方差|初速度|动量|概率|评分|分值|分数|更新比例|周期|学习率衰减率|衰减率|一阶超参数|随机种子|双精度|单精度|连接数目|learning rate|gradient|weight|weights|bias|loss|step size|stride|depth|variance|standard deviation|mean|hyperparameter|hyperparameters|accuracy|precision|recall|relative error|probability|momentum term|epoch|epochs|batch size|receptive field|regularization strength|random seed|double precision|single precision|double|eigenvalue|eigenvalues|eigenvector|eigenvectors|covariance matrix|Hessian',
  },
  {
    zh: '什么层或结构',
    en: 'layer or structure',
    names:
      '全连接层|卷积层|汇聚层|池化层|BatchNorm层|隐藏层|隐层|输出层|输入层|滤波器|过滤器|卷积核|感受野|神经元|残差路径|编码器|解码器|特征图|辅助输出|独立分支|候选区域|候选框|卷积神经网络|深度网络|浅层网络|神经网络|循环神经网络|残差|fully connected layer|fully connected layers|convolutional layer|convolutional layers|pooling layer|pooling layers|hidden layer|hidden layers|output layer|filter|filters|kernel|kernels|feature map|feature maps|neuron|neurons|residual connection|residual connections|skip connection|skip connections|encoder|decoder|region proposal|region proposals|convolutional neural network|convolutional neural networks|recurrent neural network|recurrent neural networks',
  },
  {
    zh: '什么现象或性质',
    en: 'phenomenon or property',
    names:
      '过拟合|欠拟合|梯度消失|梯度弥散|梯度爆炸|饱和|泛化能力|对称性|不对称性|语义鸿沟|参数爆炸|零中心|稀疏|鞍点|Z字形收敛|局部极小值|不可导点|噪声|鲁棒性|多样性|零均值|不饱和|冗余|数值精度|层次化结构|overfitting|underfitting|vanishing gradient|vanishing gradients|exploding gradient|exploding gradients|saturation|saturate|saturated|generalization|symmetry|sparse|sparsity|saddle point|saddle points|local minima|kink|kinks|robustness|zero-centered|nonlinearity|diversity',
  },
  {
    zh: '什么数据',
    en: 'data',
    names:
      '训练集|验证集|测试集|测试数据|验证数据|训练数据|小数据子集|数据样本|异常值|输入特征|特征|training set|validation set|test set|training data|test data|minibatch|mini-batch|minibatches|mini-batches|label|labels|outlier|outliers|feature|features',
  },
  {
    zh: '什么模型',
    en: 'model',
    names:
      'AlexNet|VGG16|VGG19|VGG|GoogLeNet|ResNet|LSTM|RNN|SVM|PixelRNN|PixelCNN|VAE|GAN|R-CNN|Fast R-CNN|Faster R-CNN|Mask R-CNN|ImageNet|CIFAR-10|线性分类器|二分类分类器|逻辑回归|K近邻|linear classifier|logistic regression|nearest neighbor|nearest neighbors|nearest neighbour|nearest neighbours',
  },
  {
    zh: '哪一种方法或函数',
    en: 'which one',
    names:
      'Sigmoid|sigmoid|Tanh|tanh|Leaky ReLU|ReLU|ELU|Maxout|Softmax|softmax|SGD|AdaGrad|Adagrad|RMSProp|RMSprop|Adam|Nesterov|L-BFGS|Dropout|DropConnect|PCA|BatchNorm|L1正则化|L2正则化|L1|L2|曼哈顿距离|欧氏距离|牛顿法|Manhattan distance|Euclidean distance|L1 regularization|L2 regularization',
  },
]

/** Terms that stand in every other sentence. */
export const generic: ReadonlySet<string> = new Set(
  '特征|权重|权值|梯度|概率|评分|分值|分数|周期|步长|深度|神经元|神经网络|损失值|标签|线性|方差|超参数|最优化|集成|参数数量|均值|平均值|偏差|周期|损失函数|目标函数|训练数据|数据样本|噪声|特征向量|特征值|卷积神经网络|学习率|平移|微分|动量|features|feature|weights|weight|gradient|loss|probability|neurons|neuron|mean|labels|label|bias|depth|epochs|epoch|precision'.split(
    '|',
  ),
)
