export interface Example {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Short losses to start from, each for one thing that the language can do. */
export const EXAMPLES: readonly Example[] = [
  {
    id: "circle",
    title: "Circle loss: weights held constant by detach",
    text: `name = "Circle, typed"
gamma = 64 in [1, 1024] log "scale"
m = 0.25 in [-0.5, 1] "margin"
A_p = gamma * detach(relu(1 + m - s)) * (s - 1 + m)
A_n = gamma * detach(relu(s + m)) * (s - m)
link = softplus(z)`,
  },
  {
    id: "am-softmax",
    title: "AM-Softmax: two transforms and a link",
    text: `name = "AM-Softmax, typed"
gamma = 30 in [1, 128] log "scale"
m = 0.35 in [0, 1] "margin"
A_p = gamma * (s - m)
A_n = gamma * s
link = softplus(z)
aggregate_p = mean`,
  },
  {
    id: "hinges",
    title: "Two hinges, decoupled",
    text: `name = "Two hinges"
O_p = 0.8 in [0, 1] "least positive"
O_n = 0.3 in [0, 1] "most negative"
coupling = decoupled
A_p = s - O_p
A_n = s - O_n
link = relu(z)`,
  },
  {
    id: "info-nce",
    title: "InfoNCE: a log-sum-exp of two logits",
    text: `name = "InfoNCE, typed"
tau = 0.07 in [0.01, 1] log "temperature"
z = (s_n - s_p) / tau
loss = logSumExp(s_p / tau, s_n / tau) - s_p / tau`,
  },
  {
    id: "conditional",
    title: "A margin that depends on how hard it is",
    text: `name = "Conditional margin"
gamma = 24 in [1, 256] log "scale"
m = 0.4 in [0, 1] "margin of hard pairs"
margin = s_n > s_p ? m : m * (1 - s_p + s_n)
z = gamma * (s_n - s_p + margin)
loss = softplus(z)`,
  },
  {
    id: "logistic",
    title: "log(1 + exp(z)), which does not overflow",
    text: `name = "Logistic, spelled out"
gamma = 1024 in [1, 1024] log "scale"
z = gamma * (s_n - s_p)
loss = log(1 + exp(z))`,
  },
  {
    id: "angular",
    title: "Margin by angle",
    text: `name = "Angular margin"
gamma = 32 in [1, 128] log "scale"
m = 0.3 in [0, 1] "angle added"
A_p = gamma * cos(min(theta + m, pi))
A_n = gamma * s
link = softplus(z)
aggregate_p = mean`,
  },
];
