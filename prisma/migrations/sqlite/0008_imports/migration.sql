-- CreateTable
CREATE TABLE "BankImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "bankId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL,
    "beforeVersion" TEXT,
    "cards" INTEGER NOT NULL,
    "reviews" INTEGER NOT NULL,
    "undoneAt" DATETIME,
    CONSTRAINT "BankImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportBefore" (
    "importId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "text" TEXT,
    "data" BLOB,

    PRIMARY KEY ("importId", "path"),
    CONSTRAINT "ImportBefore_importId_fkey" FOREIGN KEY ("importId") REFERENCES "BankImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BankImport_userId_at_idx" ON "BankImport"("userId", "at");

-- CreateIndex
CREATE INDEX "ImportBefore_userId_idx" ON "ImportBefore"("userId");
