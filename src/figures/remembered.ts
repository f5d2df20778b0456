/**
 * Remembers what was made last for up to `most` things, each known by what JSON says of it: of a figure of which one part
 * changes, or that is only turned, the rest need not be computed anew.
 */
export function remembered<Thing extends object, Made>(
  most: number,
  make: (thing: Thing) => Made,
  key: (thing: Thing) => object = (thing) => thing,
): (thing: Thing) => Made {
  const known = new Map<string, Made>();
  return (thing) => {
    const name = JSON.stringify(key(thing));
    const made = known.get(name) ?? make(thing);
    known.delete(name);
    known.set(name, made);
    const [oldest] = known.keys();
    if (known.size > most) known.delete(oldest);
    return made;
  };
}
