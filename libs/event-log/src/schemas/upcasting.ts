/** Data of one version becomes data of the next. Personal fields are sealed: hand them on, never look inside. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By event type and the version it starts from, as in `{ AnswerGiven: { 1: addChannel } }`. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;

export function upcast(steps: Upcasters[string] | undefined, { from, to }: { from: number; to: number }, data: object): object {
  let current = data as Record<string, unknown>;
  for (let version = from; version < to; version += 1) current = steps?.[version]?.(current) ?? current;
  return current;
}

/** Says which version cannot be brought to the newest, before an event of that version is met. */
export function findGap(types: ReadonlyMap<string, readonly unknown[]>, upcasters: Upcasters): string | undefined {
  for (const [type, versions] of types) {
    for (let version = 1; version <= versions.length; version += 1) {
      if (!versions[version - 1]) return `${type}.v${version}.json is missing`;
      if (version < versions.length && !upcasters[type]?.[version]) return `${type} has no upcaster from version ${version}`;
    }
  }
  const stranger = Object.keys(upcasters).find((type) => !types.has(type));
  return stranger && `there are upcasters for ${stranger}, which has no schema`;
}
