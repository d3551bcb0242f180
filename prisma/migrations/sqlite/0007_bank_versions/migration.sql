-- CreateTable
CREATE TABLE "BankVersion" (
    "bankId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "cards" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "resets" TEXT NOT NULL,
    "startedAnew" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("bankId", "number"),
    CONSTRAINT "BankVersion_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BankVersion_userId_idx" ON "BankVersion"("userId");
