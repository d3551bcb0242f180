-- CreateEnum
CREATE TYPE "BankAudience" AS ENUM ('owner', 'link', 'everyone');

-- CreateEnum
CREATE TYPE "BankState" AS ENUM ('draft', 'published', 'retired');

-- AlterTable
ALTER TABLE "Deck" ADD COLUMN     "bankId" TEXT;

-- CreateTable
CREATE TABLE "Bank" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "state" "BankState" NOT NULL DEFAULT 'draft',
    "audience" "BankAudience" NOT NULL DEFAULT 'owner',
    "linkToken" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "originDeck" TEXT,
    "originVersion" TEXT,

    CONSTRAINT "Bank_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankFile" (
    "bankId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "data" BYTEA,

    CONSTRAINT "BankFile_pkey" PRIMARY KEY ("bankId","path")
);

-- CreateTable
CREATE TABLE "DeckReader" (
    "deckId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeckReader_pkey" PRIMARY KEY ("deckId","userId")
);

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

-- AddForeignKey
ALTER TABLE "Bank" ADD CONSTRAINT "Bank_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankFile" ADD CONSTRAINT "BankFile_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckReader" ADD CONSTRAINT "DeckReader_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckReader" ADD CONSTRAINT "DeckReader_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deck" ADD CONSTRAINT "Deck_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;
