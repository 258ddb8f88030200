/** The public form for who comes for the first time, one's own enterprises, and the officer's list of who acts for whom. */
@NullMarked
package fledge.representative.web;

import org.jspecify.annotations.NullMarked;
