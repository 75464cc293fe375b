/** The forms in which a document is handed out: a Word file, or a page for any browser. */
export type DocumentFormat = 'docx' | 'html';
