/** What every module speaks: measures, quarters, ids, reasons and refusals. Nothing here knows a city or a table. */
@NullMarked
package fledge.kernel;

import org.jspecify.annotations.NullMarked;
