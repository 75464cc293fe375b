// How much of a file is read. Each limit is far above a plan and far below what would hold up the bot.

/** A file that is larger is refused by its length alone. */
export const MAX_FILE_BYTES = 10_000_000;
/** What a zipped file may become, all its parts together. */
export const MAX_UNZIPPED_BYTES = 60_000_000;
export const MAX_ZIP_ENTRIES = 1_000;
/** A part that shrank by more than this is no document. */
export const MAX_ZIP_RATIO = 250;
/** Parts this small may have any ratio: a blank one shrinks to nothing. */
export const RATIO_FREE_BYTES = 1_000_000;
export const MAX_ROWS = 5_000;
export const MAX_COLUMNS = 100;
export const MAX_TABLES = 60;
export const MAX_CELLS = 150_000;
/** As much as a cell of Excel holds. */
export const MAX_CELL_TEXT = 32_767;
/** Elements within elements; a browser stops at about as many. */
export const MAX_DEPTH = 400;
