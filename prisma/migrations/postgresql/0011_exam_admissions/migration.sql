-- AlterTable
ALTER TABLE "ExamAttempt" ADD COLUMN     "flagged" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "ExamAdmission" (
    "examId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "askedAt" TIMESTAMP(3) NOT NULL,
    "admittedAt" TIMESTAMP(3),

    CONSTRAINT "ExamAdmission_pkey" PRIMARY KEY ("examId","userId")
);

-- CreateIndex
CREATE INDEX "ExamAdmission_userId_idx" ON "ExamAdmission"("userId");

-- AddForeignKey
ALTER TABLE "ExamAdmission" ADD CONSTRAINT "ExamAdmission_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamAdmission" ADD CONSTRAINT "ExamAdmission_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
