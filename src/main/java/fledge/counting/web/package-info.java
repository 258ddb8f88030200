/** The pages of counted indicators, and what they add to the pages of a return and of an indicator. */
@NullMarked
package fledge.counting.web;

import org.jspecify.annotations.NullMarked;
