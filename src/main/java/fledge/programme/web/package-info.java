/** The pages of programmes, indicators, the split of targets, printed figures and announcements. */
@NullMarked
package fledge.programme.web;

import org.jspecify.annotations.NullMarked;
