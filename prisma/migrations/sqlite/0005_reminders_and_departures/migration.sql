-- CreateTable
CREATE TABLE "Departure" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "mergedInto" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Reminder" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "dayStartsAt" INTEGER NOT NULL,
    "pushHour" INTEGER,
    "mailHour" INTEGER,
    "pushedDay" INTEGER,
    "mailedDay" INTEGER,
    "calendarHash" TEXT,
    "calendarAt" DATETIME,
    CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "endpoint" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PushSubscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CardState" (
    "userId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "dueDay" INTEGER,
    "dueAt" BIGINT,
    "deckId" TEXT NOT NULL DEFAULT '',
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "buriedUntil" INTEGER,
    "stability" REAL,
    "difficulty" REAL,
    "state" TEXT NOT NULL,

    PRIMARY KEY ("userId", "cardId"),
    CONSTRAINT "CardState_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_CardState" ("cardId", "difficulty", "dueAt", "dueDay", "stability", "state", "userId") SELECT "cardId", "difficulty", "dueAt", "dueDay", "stability", "state", "userId" FROM "CardState";
DROP TABLE "CardState";
ALTER TABLE "new_CardState" RENAME TO "CardState";
CREATE INDEX "CardState_userId_dueDay_deckId_suspended_buriedUntil_idx" ON "CardState"("userId", "dueDay", "deckId", "suspended", "buriedUntil");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_calendarHash_key" ON "Reminder"("calendarHash");

-- CreateIndex
CREATE INDEX "PushSubscription_userId_idx" ON "PushSubscription"("userId");

-- What the states say already, in columns that can be searched.
UPDATE "CardState" SET
    "deckId" = substr("cardId", 1, instr("cardId", '/') - 1),
    "suspended" = json_extract("state", '$.suspended'),
    "buriedUntil" = json_extract("state", '$.buriedUntil');
