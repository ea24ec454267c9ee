/** The reader's version, in every Reading: raise it when the same text would be read otherwise. */
export const READER_VERSION = '1.1.0';
