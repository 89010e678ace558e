/** Selections of which one holds the first and not the second of any two members. */
export function apart<T>(members: readonly T[]): T[][] {
  const bits = Array.from({ length: Math.ceil(Math.log2(members.length)) }, (_, bit) => 2 ** bit);
  return bits.flatMap((bit) => {
    const isSet = (_: T, index: number) => (index & bit) !== 0;
    return [members.filter(isSet), members.filter((member, index) => !isSet(member, index))];
  });
}
