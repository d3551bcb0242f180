-- CreateTable
CREATE TABLE "Bank" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "audience" TEXT NOT NULL DEFAULT 'owner',
    "linkToken" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "originDeck" TEXT,
    "originVersion" TEXT,
    CONSTRAINT "Bank_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankFile" (
    "bankId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "data" BLOB,

    PRIMARY KEY ("bankId", "path"),
    CONSTRAINT "BankFile_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeckReader" (
    "deckId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("deckId", "userId"),
    CONSTRAINT "DeckReader_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DeckReader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Deck" ADD COLUMN "bankId" TEXT REFERENCES "Bank" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "Bank_linkToken_key" ON "Bank"("linkToken");

-- CreateIndex
CREATE INDEX "Bank_userId_changedAt_idx" ON "Bank"("userId", "changedAt");

-- CreateIndex
CREATE INDEX "BankFile_userId_idx" ON "BankFile"("userId");

-- CreateIndex
CREATE INDEX "DeckReader_userId_idx" ON "DeckReader"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Deck_bankId_key" ON "Deck"("bankId");
