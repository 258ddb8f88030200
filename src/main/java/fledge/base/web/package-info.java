/** The pages of bases: the register, a base, bases side by side, by district, and what documents contradict. */
@NullMarked
package fledge.base.web;

import org.jspecify.annotations.NullMarked;
