/** Names in letters of several scripts, of one and of several code points, and signs beyond them. */
export const FOREIGN_NAMES = {
  firstName: 'Zoë Åsa Łucja',
  middleName: 'Ærø-Ñandú',
  // The second name begins with a letter that many machines count as two.
  lastName: '王小明 𠮷田 A\u030ana',
  company: 'Crème & Söhne 🏭🇪🇺👩‍🚀 "Ä"',
};
