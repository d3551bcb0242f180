-- CreateTable
CREATE TABLE "ParameterSet" (
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fittedAt" DATETIME NOT NULL,
    "reviews" INTEGER NOT NULL,
    "report" TEXT NOT NULL,

    PRIMARY KEY ("userId", "name"),
    CONSTRAINT "ParameterSet_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
