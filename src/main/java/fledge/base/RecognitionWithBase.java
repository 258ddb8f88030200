package fledge.base;

/** A recognition with the base it is of. */
record RecognitionWithBase(Recognition recognition, Base base) {}
