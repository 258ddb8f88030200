/** The pages of target sets, their lines and amendments. */
@NullMarked
package fledge.apportionment.web;

import org.jspecify.annotations.NullMarked;
