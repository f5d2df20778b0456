import { lossFormulae } from "../src/figures/tex/loss-macro.ts";
import { isTex, keyOf } from "../src/figures/tex/source.ts";
import { symbolTex } from "../src/formula/tex-symbols.ts";
import { LOSSES } from "../src/losses/index.ts";
import type { Loss } from "../src/losses/types.ts";

/** What labels of similarities, angles and gradients are made of. */
const USUAL = String.raw`
\mathcal{L}
\mathcal L
\ln\mathcal{L}
\log\mathcal{L}
\nabla\mathcal{L}
\theta
\theta_p
\theta_n
\cos\theta
\cos\theta_p
\cos\theta_n
\cos \theta_p
\cos \theta_n
\Delta_p
\Delta_n
\partial\mathcal{L}/\partial s_p
\partial\mathcal{L}/\partial s_n
\frac{\partial\mathcal{L}}{\partial s_p}
\frac{\partial\mathcal{L}}{\partial s_n}
\frac{\partial \mathcal{L}}{\partial s_p}
\frac{\partial \mathcal{L}}{\partial s_n}
\frac{\partial\mathcal L}{\partial s_p}
\frac{\partial\mathcal L}{\partial s_n}
\left|\frac{\partial\mathcal{L}}{\partial s_p}\right|
\left|\frac{\partial\mathcal{L}}{\partial s_n}\right|
\left|\partial\mathcal{L}/\partial s_p\right|
\left|\partial\mathcal{L}/\partial s_n\right|
\lambda_{\max}
\lambda_{\max}\nabla^2\mathcal{L}
s_p - s_n \ge m
s_p \ge s_n
s_p \to 1
s_n \to 0
`;

/** Every formula of `src/figures/tex/prerendered.json`, in its order. */
export function prerenderedFormulae(): string[] {
  const symbols = LOSSES.flatMap(({ params }) =>
    Object.values(params).map(({ symbol }) => symbolTex(symbol)),
  );
  return [
    ...new Set(
      [...USUAL.split("\n"), ...symbols, ...LOSSES.flatMap((loss) => variantsOf(loss).flatMap(lossFormulae))]
        .map(keyOf)
        .filter(isTex),
    ),
  ];
}

/** A loss with its defaults, and with every option of each of its choices. */
function variantsOf({ id, params }: Loss): { id: string; params: Record<string, number | string> }[] {
  const usual = Object.fromEntries(Object.entries(params).map(([name, spec]) => [name, spec.default]));
  return [
    usual,
    ...Object.entries(params).flatMap(([name, spec]) =>
      spec.kind === "choice" ? spec.options.map((option) => ({ ...usual, [name]: option })) : [],
    ),
  ].map((each) => ({ id, params: each }));
}
