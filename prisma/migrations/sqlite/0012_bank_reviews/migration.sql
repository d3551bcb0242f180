-- CreateTable
CREATE TABLE "BankMember" (
    "bankId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("bankId", "userId"),
    CONSTRAINT "BankMember_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BankMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankInvitation" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "bankId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "BankInvitation_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BankInvitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bankId" TEXT NOT NULL,
    "userId" TEXT,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "number" INTEGER,
    "cards" INTEGER,
    "hints" INTEGER,
    CONSTRAINT "BankStep_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BankStep_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankRemark" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bankId" TEXT NOT NULL,
    "userId" TEXT,
    "card" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "doneAt" DATETIME,
    CONSTRAINT "BankRemark_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BankRemark_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeckSource" (
    "deckId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "files" TEXT NOT NULL,

    PRIMARY KEY ("deckId", "hash"),
    CONSTRAINT "DeckSource_deckId_hash_fkey" FOREIGN KEY ("deckId", "hash") REFERENCES "DeckVersion" ("deckId", "hash") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Bank" ADD COLUMN "studies" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Bank" ADD COLUMN "review" TEXT NOT NULL DEFAULT 'none';

-- AlterTable
ALTER TABLE "DeckReader" ADD COLUMN "kept" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "BankMember_userId_idx" ON "BankMember"("userId");

-- CreateIndex
CREATE INDEX "BankInvitation_bankId_usedAt_idx" ON "BankInvitation"("bankId", "usedAt");

-- CreateIndex
CREATE INDEX "BankInvitation_userId_idx" ON "BankInvitation"("userId");

-- CreateIndex
CREATE INDEX "BankInvitation_expiresAt_idx" ON "BankInvitation"("expiresAt");

-- CreateIndex
CREATE INDEX "BankStep_bankId_at_idx" ON "BankStep"("bankId", "at");

-- CreateIndex
CREATE INDEX "BankStep_userId_idx" ON "BankStep"("userId");

-- CreateIndex
CREATE INDEX "BankRemark_bankId_doneAt_idx" ON "BankRemark"("bankId", "doneAt");

-- CreateIndex
CREATE INDEX "BankRemark_userId_idx" ON "BankRemark"("userId");
