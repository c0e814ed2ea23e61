/** Takes a document in pieces of any size; nothing of it is kept but what its user keeps. */
export interface PieceReader {
  write(piece: string): void;
  close(): void;
}
