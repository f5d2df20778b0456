/**
 * The largest number that is drawn, and one over it the smallest height that is: what figures add up and divide stays
 * far from where doubles end, and from where they run out.
 */
export const LARGEST = 2 ** 1000;
