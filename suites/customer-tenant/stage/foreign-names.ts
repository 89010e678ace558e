/** Names in letters of several scripts, of one and of several code points, and signs beyond them. */
export const FOREIGN_NAMES = {
  // With a letter that many machines count as two.
  firstName: 'Zoë Åsa Łucja 𠮷',
  middleName: 'Ærø-Ñandú',
  lastName: '王小明 𠮷田 A\u030ana',
  company: 'Crème & Söhne 🏭🇪🇺👩‍🚀 "Ä"',
};
