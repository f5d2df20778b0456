import { FUNCTIONS } from "../formula/language.ts";

/** The language of typed losses, for `marginscape help formula`. */
export const FORMULA_HELP = `A typed loss goes wherever a loss goes: --formula TEXT in place of --loss ID; {"formula": TEXT, "params": {…}} in
place of {"id": …} in a case of eval; {"id": "formula", "formula": TEXT} as the loss of a figure.

A statement a line, or between semicolons; # begins a comment. Two ways to write a loss:

  gamma = 64 in [1, 1024] log        a parameter: default, legal range, logarithmic slider
  m = 0.25                           a parameter without a range
  gap = s_n - s_p + m                a definition
  z = gamma * gap                    the margin term: z = 0 is the decision boundary
  softplus(z)                        the loss on the plane, in s_p s_n theta_p theta_n d_p d_n K L

  A_p = gamma * (s - m)              or transforms, in s theta d: then sets, batches, K and L follow
  A_n = gamma * s
  link = softplus(z)                 coupled unless coupling = decoupled (then link_p, link_n, weight_p, weight_n)
  aggregate_p = mean                 how a set's members meet: logSumExp (usual), mass, hardest, mean, active, sum

Where no z is named it is the argument of the outermost softplus or relu. detach(x) has the value of x and no
derivative. A name that is not declared becomes a parameter where --set gives it a number.

Signs: + - * / ^ ( ), conditionals a < b ? x : y with < <= > >=. Constants pi, e. Functions:
  ${Object.keys(FUNCTIONS).join(" ")}
At a kink relu, step, abs, sign have derivative 0, floor everywhere, min and max follow the first of equal arguments.
`;
