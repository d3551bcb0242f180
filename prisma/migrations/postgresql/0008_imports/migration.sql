-- CreateTable
CREATE TABLE "BankImport" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "bankId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL,
    "beforeVersion" TEXT,
    "cards" INTEGER NOT NULL,
    "reviews" INTEGER NOT NULL,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "BankImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBefore" (
    "importId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "text" TEXT,
    "data" BYTEA,

    CONSTRAINT "ImportBefore_pkey" PRIMARY KEY ("importId","path")
);

-- CreateIndex
CREATE INDEX "BankImport_userId_at_idx" ON "BankImport"("userId", "at");

-- CreateIndex
CREATE INDEX "ImportBefore_userId_idx" ON "ImportBefore"("userId");

-- AddForeignKey
ALTER TABLE "BankImport" ADD CONSTRAINT "BankImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBefore" ADD CONSTRAINT "ImportBefore_importId_fkey" FOREIGN KEY ("importId") REFERENCES "BankImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
