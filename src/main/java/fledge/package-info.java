/** Fledge (育企通): a city's programme for small and micro enterprises, promised, counted, paid and proved. */
@NullMarked
package fledge;

import org.jspecify.annotations.NullMarked;
