export const REGION_HELP = `usage: marginscape region --loss ID | --formula TEXT [--set name=value]… [--K n] [--L n] [--json]

Where a loss pulls and where it stops: the decision boundary over the whole plane (closed form, or traced point by point),
where it meets the frame, the point T of smallest gap, the area of the target region in the frame, the range of s_p
and s_n along the boundary, and what K and L change against one of each. Of each of its gradients (attached and, where
the loss holds weights constant, detached): where it is exactly zero, where it is under 0.001 of its largest, where it
saturates, where it pulls negatives up or pushes positives down, and the places of the plane where pairs come to rest.

  --loss ID          a loss or one of its variants: circle, triplet:euclidean
  --formula TEXT     a loss that you type (marginscape help formula)
  --set name=value   a parameter; repeat for more
  --K n, --L n       numbers of positives and negatives; 1 unless given
  --sn=low:high      the frame; 0:1 unless given, -1:1 for the whole plane
  --sp=low:high
  --json             numbers instead of words: boundary, crossings, T, targetArea, ambiguity, countsEffect, gradients,
                     restingPlaces

Shares are of the frame and good to 1e-6 where a set is no narrower than a sixty-fourth of it; to 1e-2 for the losses
of whole sets (smooth-ap, fast-ap, pnp, histogram …), which also take some seconds.
`;
