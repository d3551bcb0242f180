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

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ExamAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "examId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "paper" TEXT NOT NULL,
    "allowance" TEXT NOT NULL,
    "extraMs" INTEGER NOT NULL DEFAULT 0,
    "place" INTEGER NOT NULL DEFAULT 0,
    "breaks" TEXT NOT NULL DEFAULT '[]',
    "flagged" TEXT NOT NULL DEFAULT '[]',
    "handedInAt" DATETIME,
    "receipt" TEXT,
    "lateAccepted" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ExamAttempt_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExamAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_ExamAttempt" ("allowance", "breaks", "examId", "extraMs", "handedInAt", "id", "lateAccepted", "paper", "place", "receipt", "startedAt", "userId") SELECT "allowance", "breaks", "examId", "extraMs", "handedInAt", "id", "lateAccepted", "paper", "place", "receipt", "startedAt", "userId" FROM "ExamAttempt";
DROP TABLE "ExamAttempt";
ALTER TABLE "new_ExamAttempt" RENAME TO "ExamAttempt";
CREATE INDEX "ExamAttempt_userId_idx" ON "ExamAttempt"("userId");
CREATE UNIQUE INDEX "ExamAttempt_examId_userId_key" ON "ExamAttempt"("examId", "userId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ExamAdmission_userId_idx" ON "ExamAdmission"("userId");
