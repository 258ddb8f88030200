/** The pages of returns, rounds and progress. */
@NullMarked
package fledge.monitoring.web;

import org.jspecify.annotations.NullMarked;
