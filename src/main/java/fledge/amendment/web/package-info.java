/** The pages of amendments. */
@NullMarked
package fledge.amendment.web;

import org.jspecify.annotations.NullMarked;
