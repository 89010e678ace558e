/** The reference target as it is. */
export const PLAIN = 'plain';
