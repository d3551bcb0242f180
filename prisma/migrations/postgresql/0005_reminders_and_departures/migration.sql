-- DropIndex
DROP INDEX "CardState_userId_dueDay_idx";

-- AlterTable
ALTER TABLE "CardState" ADD COLUMN     "buriedUntil" INTEGER,
ADD COLUMN     "deckId" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suspended" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Departure" (
    "userId" TEXT NOT NULL,
    "mergedInto" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Departure_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "userId" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "dayStartsAt" INTEGER NOT NULL,
    "pushHour" INTEGER,
    "mailHour" INTEGER,
    "pushedDay" INTEGER,
    "mailedDay" INTEGER,
    "calendarHash" TEXT,
    "calendarAt" TIMESTAMP(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "endpoint" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("endpoint")
);

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_calendarHash_key" ON "Reminder"("calendarHash");

-- CreateIndex
CREATE INDEX "PushSubscription_userId_idx" ON "PushSubscription"("userId");

-- CreateIndex
CREATE INDEX "CardState_userId_dueDay_deckId_suspended_buriedUntil_idx" ON "CardState"("userId", "dueDay", "deckId", "suspended", "buriedUntil");

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the states say already, in columns that can be searched.
UPDATE "CardState" SET
    "deckId" = split_part("cardId", '/', 1),
    "suspended" = ("state"::json->>'suspended')::boolean,
    "buriedUntil" = ("state"::json->>'buriedUntil')::integer;
