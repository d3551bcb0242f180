-- CreateTable
CREATE TABLE "ImportChoice" (
    "importId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    CONSTRAINT "ImportChoice_pkey" PRIMARY KEY ("importId","cardId")
);

-- CreateIndex
CREATE INDEX "ImportChoice_userId_idx" ON "ImportChoice"("userId");

-- AddForeignKey
ALTER TABLE "ImportChoice" ADD CONSTRAINT "ImportChoice_importId_fkey" FOREIGN KEY ("importId") REFERENCES "BankImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
