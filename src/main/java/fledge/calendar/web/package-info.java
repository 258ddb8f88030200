/** The pages of the working calendar. */
@NullMarked
package fledge.calendar.web;

import org.jspecify.annotations.NullMarked;
