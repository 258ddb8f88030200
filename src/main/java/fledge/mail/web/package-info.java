/** One's own mail settings, and the queue of the city. */
@NullMarked
package fledge.mail.web;

import org.jspecify.annotations.NullMarked;
