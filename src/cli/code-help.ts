export const CODE_HELP = `usage: marginscape code --loss ID | --formula TEXT [--set name=value]… [--as LANGUAGE]

A loss with these parameters as text to use elsewhere.

  --as torch                     a PyTorch function of s_p and s_n; detached weights are detached (unless given)
  --as numpy                     a NumPy function that gives value and both partials
  --as pytorch-metric-learning   the call into this library, where it has the loss with these parameters
  --as tex                       value and gradient in TeX
  --as formula                   a text for --formula, to change
  --loss ID                      a loss or one of its variants
  --formula TEXT                 a loss that you type (marginscape help formula)
  --set name=value               a parameter; repeat for more
  --gradient G                   attached or detached
`;
