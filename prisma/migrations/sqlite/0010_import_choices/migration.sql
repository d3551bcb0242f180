-- CreateTable
CREATE TABLE "ImportChoice" (
    "importId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    PRIMARY KEY ("importId", "cardId"),
    CONSTRAINT "ImportChoice_importId_fkey" FOREIGN KEY ("importId") REFERENCES "BankImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ImportChoice_userId_idx" ON "ImportChoice"("userId");
