/** Names in letters of several scripts, and signs beyond them. */
export const FOREIGN_NAMES = {
  firstName: 'Zoë Åsa Łucja',
  middleName: 'Ærø-Ñandú',
  lastName: '王小明',
  company: 'Crème & Söhne 🏭🇪🇺👩‍🚀 "Ä"',
};
