/** Pages and answers that a module shows for the files of what it keeps. */
@NullMarked
@NamedInterface("web")
package fledge.attachment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
