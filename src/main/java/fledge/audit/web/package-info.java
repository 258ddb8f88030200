/** The auditor's pages. */
@NullMarked
package fledge.audit.web;

import org.jspecify.annotations.NullMarked;
