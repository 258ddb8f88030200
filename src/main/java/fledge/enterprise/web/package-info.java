/** The register as a list, the file of one enterprise, and the forms that keep it. */
@NullMarked
package fledge.enterprise.web;

import org.jspecify.annotations.NullMarked;
