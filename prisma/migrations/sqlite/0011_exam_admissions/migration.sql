-- CreateTable
CREATE TABLE "ExamAdmission" (
    "examId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "askedAt" DATETIME NOT NULL,
    "admittedAt" DATETIME,

    PRIMARY KEY ("examId", "userId"),
    CONSTRAINT "ExamAdmission_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExamAdmission_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable: a new column, not a new table, whose making would take every answer with the old one.
ALTER TABLE "ExamAttempt" ADD COLUMN "flagged" TEXT NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "ExamAdmission_userId_idx" ON "ExamAdmission"("userId");
