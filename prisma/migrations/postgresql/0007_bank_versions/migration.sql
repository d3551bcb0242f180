-- CreateTable
CREATE TABLE "BankVersion" (
    "bankId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "cards" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "resets" TEXT NOT NULL,
    "startedAnew" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "BankVersion_pkey" PRIMARY KEY ("bankId","number")
);

-- CreateIndex
CREATE INDEX "BankVersion_userId_idx" ON "BankVersion"("userId");

-- AddForeignKey
ALTER TABLE "BankVersion" ADD CONSTRAINT "BankVersion_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE CASCADE ON UPDATE CASCADE;
