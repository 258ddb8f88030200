package fledge.mail;

/** How many letters stand somewhere. */
record LetterCount(LetterStatus status, long number) {}
