/** Names as long as people and companies have them. */
export const LONG_NAMES = {
  firstName: 'Maria Anna Josepha Theresia',
  lastName: 'van den Berghe-Wolfeschlegelstein',
  company: 'Guild of Saddlers and Harness Makers, Northern District',
};
