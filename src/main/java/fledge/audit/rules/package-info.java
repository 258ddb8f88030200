/** How an entry is written down, hashed and checked; nothing here needs a database. */
@NullMarked
package fledge.audit.rules;

import org.jspecify.annotations.NullMarked;
