/** The pages of report templates and their empty forms. */
@NullMarked
package fledge.template.web;

import org.jspecify.annotations.NullMarked;
