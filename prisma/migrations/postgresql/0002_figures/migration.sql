-- CreateTable
CREATE TABLE "DeckFigure" (
    "deckId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "DeckFigure_pkey" PRIMARY KEY ("deckId","name")
);

-- AddForeignKey
ALTER TABLE "DeckFigure" ADD CONSTRAINT "DeckFigure_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
