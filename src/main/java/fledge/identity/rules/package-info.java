/** What a password must be, how long a failed sign-in has to wait, and what of an address is remembered. */
@NullMarked
package fledge.identity.rules;

import org.jspecify.annotations.NullMarked;
