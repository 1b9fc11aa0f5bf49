/**
 * The sets of states that lead to each other, of those that lead to themselves, each after those that it leads to (Tarjan's, without
 * recursion).
 */
export function components(next: readonly (readonly number[])[]): readonly ReadonlySet<number>[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const found: ReadonlySet<number>[] = [];
  for (let start = 0; start < next.length; start++) {
    if (order.has(start)) continue;
    const path: { readonly state: number; i: number }[] = [];
    const enter = (state: number): void => {
      order.set(state, order.size);
      low.set(state, order.size - 1);
      open.push(state);
      isOpen.add(state);
      path.push({ state, i: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { state } = top;
      const to = next[state]?.[top.i++];
      if (to !== undefined) {
        if (!order.has(to)) enter(to);
        else if (isOpen.has(to)) low.set(state, Math.min(low.get(state) ?? 0, order.get(to) ?? 0));
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.state;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(state) ?? 0));
      if (low.get(state) !== order.get(state)) continue;
      const members = new Set(open.splice(open.indexOf(state)));
      for (const member of members) isOpen.delete(member);
      if (members.size > 1 || next[state]?.includes(state)) found.push(members);
    }
  }
  return found;
}
