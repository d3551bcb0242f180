-- CreateEnum
CREATE TYPE "BankReview" AS ENUM ('none', 'asked', 'approved');

-- CreateEnum
CREATE TYPE "BankRole" AS ENUM ('viewer', 'editor', 'owner');

-- CreateEnum
CREATE TYPE "BankStepKind" AS ENUM ('asked', 'withdrawn', 'changed', 'approved', 'returned', 'published', 'retired', 'reopened');

-- AlterTable
ALTER TABLE "Bank" ADD COLUMN     "review" "BankReview" NOT NULL DEFAULT 'none',
ADD COLUMN     "studies" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "DeckReader" ADD COLUMN     "kept" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "BankMember" (
    "bankId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "BankRole" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BankMember_pkey" PRIMARY KEY ("bankId","userId")
);

-- CreateTable
CREATE TABLE "BankInvitation" (
    "tokenHash" TEXT NOT NULL,
    "bankId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "email" TEXT,
    "role" "BankRole" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "BankInvitation_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "BankStep" (
    "id" TEXT NOT NULL,
    "bankId" TEXT NOT NULL,
    "userId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" "BankStepKind" NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "number" INTEGER,
    "cards" INTEGER,
    "hints" INTEGER,

    CONSTRAINT "BankStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankRemark" (
    "id" TEXT NOT NULL,
    "bankId" TEXT NOT NULL,
    "userId" TEXT,
    "card" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "BankRemark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeckSource" (
    "deckId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "files" TEXT NOT NULL,

    CONSTRAINT "DeckSource_pkey" PRIMARY KEY ("deckId","hash")
);

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

-- AddForeignKey
ALTER TABLE "BankMember" ADD CONSTRAINT "BankMember_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankMember" ADD CONSTRAINT "BankMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankInvitation" ADD CONSTRAINT "BankInvitation_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankInvitation" ADD CONSTRAINT "BankInvitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankStep" ADD CONSTRAINT "BankStep_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankStep" ADD CONSTRAINT "BankStep_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankRemark" ADD CONSTRAINT "BankRemark_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankRemark" ADD CONSTRAINT "BankRemark_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckSource" ADD CONSTRAINT "DeckSource_deckId_hash_fkey" FOREIGN KEY ("deckId", "hash") REFERENCES "DeckVersion"("deckId", "hash") ON DELETE CASCADE ON UPDATE CASCADE;
