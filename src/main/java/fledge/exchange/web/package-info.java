/** The pages of an import, and the interface for other systems. */
@NullMarked
package fledge.exchange.web;

import org.jspecify.annotations.NullMarked;
