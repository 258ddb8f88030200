/** What a credit code must look like, which size an enterprise has by the national standard, and whom the city's programme counts. */
@NullMarked
@NamedInterface("rules")
package fledge.enterprise.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
