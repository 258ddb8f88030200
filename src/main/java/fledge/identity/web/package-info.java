/** The sign-in, the filters around every request, and the pages about people and units. */
@NullMarked
package fledge.identity.web;

import org.jspecify.annotations.NullMarked;
