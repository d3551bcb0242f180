-- CreateTable
CREATE TABLE "DeckFigure" (
    "deckId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data" BLOB NOT NULL,

    PRIMARY KEY ("deckId", "name"),
    CONSTRAINT "DeckFigure_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
