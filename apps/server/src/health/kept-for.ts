/**
 * What is made at most once in a while, however often it is asked for.
 * @param life in milliseconds
 * @param now a clock that only runs forward, in milliseconds
 */
export function keptFor<Made>(life: number, make: () => Made, now: () => number = () => performance.now()): () => Made {
  let kept: { readonly made: Made; readonly at: number } | undefined;
  return () => {
    if (!kept || now() - kept.at >= life) kept = { at: now(), made: make() };
    return kept.made;
  };
}
