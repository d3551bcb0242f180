-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT,
    "deckId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'open',
    "closedAt" DATETIME,
    CONSTRAINT "Correction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Correction_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_DeckBundle" (
    "deckId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,

    PRIMARY KEY ("deckId", "hash", "language"),
    CONSTRAINT "DeckBundle_deckId_hash_fkey" FOREIGN KEY ("deckId", "hash") REFERENCES "DeckVersion" ("deckId", "hash") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_DeckBundle" ("deckId", "hash", "language", "text", "title") SELECT "deckId", "hash", "language", "text", "title" FROM "DeckBundle";
DROP TABLE "DeckBundle";
ALTER TABLE "new_DeckBundle" RENAME TO "DeckBundle";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Correction_deckId_state_createdAt_idx" ON "Correction"("deckId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "Correction_userId_idx" ON "Correction"("userId");
