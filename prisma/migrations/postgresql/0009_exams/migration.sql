-- CreateEnum
CREATE TYPE "ExamState" AS ENUM ('draft', 'published');

-- CreateTable
CREATE TABLE "Exam" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "state" "ExamState" NOT NULL DEFAULT 'draft',
    "terms" TEXT NOT NULL,
    "zones" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "Exam_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExamItem" (
    "examId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "zone" INTEGER NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "deckId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "concepts" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "contents" TEXT NOT NULL,

    CONSTRAINT "ExamItem_pkey" PRIMARY KEY ("examId","item")
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

    CONSTRAINT "ExamForm_pkey" PRIMARY KEY ("examId","item","form")
);

-- CreateTable
CREATE TABLE "ExamAttempt" (
    "id" TEXT NOT NULL,
    "examId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "paper" TEXT NOT NULL,
    "allowance" TEXT NOT NULL,
    "extraMs" INTEGER NOT NULL DEFAULT 0,
    "place" INTEGER NOT NULL DEFAULT 0,
    "breaks" TEXT NOT NULL DEFAULT '[]',
    "handedInAt" TIMESTAMP(3),
    "receipt" TEXT,
    "lateAccepted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ExamAttempt_pkey" PRIMARY KEY ("id")
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
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "spentMs" INTEGER NOT NULL,

    CONSTRAINT "ExamAnswer_pkey" PRIMARY KEY ("attemptId","slot","late")
);

-- CreateTable
CREATE TABLE "ExamMark" (
    "attemptId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "examId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "outOf" DOUBLE PRECISION NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "mistake" TEXT,

    CONSTRAINT "ExamMark_pkey" PRIMARY KEY ("attemptId","slot")
);

-- CreateTable
CREATE TABLE "ExamResult" (
    "attemptId" TEXT NOT NULL,
    "examId" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "outOf" DOUBLE PRECISION NOT NULL,
    "markedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExamResult_pkey" PRIMARY KEY ("attemptId")
);

-- CreateTable
CREATE TABLE "ExamCorrection" (
    "id" TEXT NOT NULL,
    "examId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "correction" TEXT NOT NULL,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "ExamCorrection_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Exam" ADD CONSTRAINT "Exam_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamItem" ADD CONSTRAINT "ExamItem_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamForm" ADD CONSTRAINT "ExamForm_examId_item_fkey" FOREIGN KEY ("examId", "item") REFERENCES "ExamItem"("examId", "item") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamAttempt" ADD CONSTRAINT "ExamAttempt_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamAttempt" ADD CONSTRAINT "ExamAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamAnswer" ADD CONSTRAINT "ExamAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamMark" ADD CONSTRAINT "ExamMark_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamResult" ADD CONSTRAINT "ExamResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamCorrection" ADD CONSTRAINT "ExamCorrection_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam"("id") ON DELETE CASCADE ON UPDATE CASCADE;
