/** The pages that belong to no business module: the chooser of cities, the front page, the desk, errors. */
@NullMarked
package fledge.ui.web;

import org.jspecify.annotations.NullMarked;
