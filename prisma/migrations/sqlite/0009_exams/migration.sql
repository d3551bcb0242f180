-- CreateTable
CREATE TABLE "Exam" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "terms" TEXT NOT NULL,
    "zones" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "secret" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" DATETIME,
    CONSTRAINT "Exam_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamItem" (
    "examId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "zone" INTEGER NOT NULL,
    "points" REAL NOT NULL,
    "difficulty" REAL NOT NULL,
    "deckId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "concepts" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "contents" TEXT NOT NULL,

    PRIMARY KEY ("examId", "item"),
    CONSTRAINT "ExamItem_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamForm" (
    "examId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "questions" TEXT NOT NULL,

    PRIMARY KEY ("examId", "item", "form"),
    CONSTRAINT "ExamForm_examId_item_fkey" FOREIGN KEY ("examId", "item") REFERENCES "ExamItem" ("examId", "item") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "examId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "paper" TEXT NOT NULL,
    "allowance" TEXT NOT NULL,
    "extraMs" INTEGER NOT NULL DEFAULT 0,
    "place" INTEGER NOT NULL DEFAULT 0,
    "breaks" TEXT NOT NULL DEFAULT '[]',
    "handedInAt" DATETIME,
    "receipt" TEXT,
    "lateAccepted" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ExamAttempt_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExamAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamAnswer" (
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "late" BOOLEAN NOT NULL,
    "userId" TEXT NOT NULL,
    "examId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "rev" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "spentMs" INTEGER NOT NULL,

    PRIMARY KEY ("attemptId", "slot", "late"),
    CONSTRAINT "ExamAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamMark" (
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "examId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "points" REAL NOT NULL,
    "outOf" REAL NOT NULL,
    "score" REAL NOT NULL,
    "mistake" TEXT,

    PRIMARY KEY ("attemptId", "slot"),
    CONSTRAINT "ExamMark_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamResult" (
    "attemptId" TEXT NOT NULL PRIMARY KEY,
    "examId" TEXT NOT NULL,
    "points" REAL NOT NULL,
    "outOf" REAL NOT NULL,
    "markedAt" DATETIME NOT NULL,
    CONSTRAINT "ExamResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamCorrection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "examId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "correction" TEXT NOT NULL,
    "undoneAt" DATETIME,
    CONSTRAINT "ExamCorrection_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Exam_classId_idx" ON "Exam"("classId");

-- CreateIndex
CREATE INDEX "ExamAttempt_userId_idx" ON "ExamAttempt"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ExamAttempt_examId_userId_key" ON "ExamAttempt"("examId", "userId");

-- CreateIndex
CREATE INDEX "ExamAnswer_examId_item_idx" ON "ExamAnswer"("examId", "item");

-- CreateIndex
CREATE INDEX "ExamAnswer_userId_idx" ON "ExamAnswer"("userId");

-- CreateIndex
CREATE INDEX "ExamMark_examId_item_idx" ON "ExamMark"("examId", "item");

-- CreateIndex
CREATE INDEX "ExamResult_examId_idx" ON "ExamResult"("examId");

-- CreateIndex
CREATE INDEX "ExamCorrection_examId_idx" ON "ExamCorrection"("examId");

-- CreateIndex
CREATE INDEX "ExamCorrection_userId_idx" ON "ExamCorrection"("userId");
