/** The pages that show the help. */
@NullMarked
package fledge.help.web;

import org.jspecify.annotations.NullMarked;
