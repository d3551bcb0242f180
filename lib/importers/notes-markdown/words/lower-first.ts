/** Names of people that methods bear, and methods that are names: their first letter stays. */
const names =
  /^(?:Ada(?:m|grad|delta)|Nesterov|Polyak|Softmax|Jacobian|Hessian|Gaussian|Bernoulli|Bayes(?:ian)?|Newton|Xavier|Glorot|Kaiming|Euclidean|Manhattan|Fourier|Taylor|Markov|Lipschitz|Monte|Huber|Frobenius|Lagrang|Bellman|Boltzmann|Hadamard|Dirichlet|Wasserstein|Jaccard|Sobel|Gabor|Python|English|Chinese)/

/** An English sentence as it stands behind another word; abbreviations and names keep their capital. */
export const lowerFirst = (text: string): string =>
  /^[A-Z](?:[a-z]+(?![\w-]*[A-Z])|(?=\s))/.test(text) && !/^I\s/.test(text) && !names.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
