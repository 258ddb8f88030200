package fledge.base;

import org.jspecify.annotations.Nullable;

/** A recognition with one of its terms; without any while nothing was recognised. */
record RecognitionWithTerm(
        Recognition recognition, @Nullable RecognitionTerm term) {}
