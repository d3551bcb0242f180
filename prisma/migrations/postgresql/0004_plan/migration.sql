-- AlterEnum
ALTER TYPE "EventKind" ADD VALUE 'plan';

-- CreateTable
CREATE TABLE "ParameterSet" (
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fittedAt" TIMESTAMP(3) NOT NULL,
    "reviews" INTEGER NOT NULL,
    "report" TEXT NOT NULL,

    CONSTRAINT "ParameterSet_pkey" PRIMARY KEY ("userId","name")
);

-- AddForeignKey
ALTER TABLE "ParameterSet" ADD CONSTRAINT "ParameterSet_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
