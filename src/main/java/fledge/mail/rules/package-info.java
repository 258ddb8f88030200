/** When a mail goes and what an address looks like, from values alone. */
@NullMarked
package fledge.mail.rules;

import org.jspecify.annotations.NullMarked;
