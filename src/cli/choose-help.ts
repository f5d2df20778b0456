export const CHOOSE_HELP = `usage: marginscape choose --loss ID | --formula TEXT [--set name=value]… [OPTIONS] [--json]

Answers what people ask when they choose the numbers of a loss; only what makes sense of it: effective margin for so many
classes, the scale that a probability needs (CosFace, NormFace), AdaCos' fixed scale, margins as angles and as gaps, how
much hard negatives weigh at this temperature, the circle and its T, thresholds, and where gradients vanish.

  --loss ID           a loss or one of its variants: arcface, triplet:euclidean
  --formula TEXT      a loss that you type (marginscape help formula)
  --set name=value    a parameter; repeat for more
  --classes C         how many classes there are; 10000 unless given, or
  --negatives L         how many negatives stand against a positive; 255 of a batch unless given
  --probability P     what training is to reach; 0.9 unless given
  --gap X             by how much of a cosine the hardest negative lies above the others; 0.1 unless given
  --match ID          another loss: which of its scales makes it as steep as this one, each on its own boundary
  --at SN,SP            or both at this point; of --change the point that it reads, 0.4,0.6 unless given
  --change name=a:b   instead of all that: what a parameter that moves from a to b changes, in three sentences
  -o, --output FILE     and the map of the difference between their gradients' lengths, in every format of export
  --K n, --L n          at so many positives and negatives; 1 unless given
  --sn=low:high         over this frame; 0:1 unless given
  --sp=low:high
  --json              numbers with their units beside the words, and the settings that follow from them

`;
