/** Names as long as people and companies have them, and with the signs that they have in them. */
export const LONG_NAMES = {
  firstName: 'Maria Anna Josepha Theresia',
  lastName: "van den Berghe-O'Wolfeschlegelstein",
  company: 'Guild of Saddlers & Harness Makers, "Northern" District, 100% Horses\' Friends, 5 < 6 > 4, A\\B',
  contactPhone: '+49 711 123 45 67',
};

/** Longer than the columns that databases are given by habit. */
export const LONG_TEXT = 'Longer than it is wide. '.repeat(12).trim();

/** As long as addresses of pictures get. */
export const LONG_URL = `https://example.com/${'photo/'.repeat(45)}1.png`;
