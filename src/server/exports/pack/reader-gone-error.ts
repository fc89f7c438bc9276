/** Thrown to cancel a document if its reader has left. */
export class ReaderGoneError extends Error {
  constructor() {
    super('The reader has left.');
    this.name = 'ReaderGoneError';
  }
}
