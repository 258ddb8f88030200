/** Who may act for an enterprise (企业代表): an account claims it, somebody else confirms, several clerks and one signatory. */
@NullMarked
@ApplicationModule(allowedDependencies = {"enterprise", "enterprise :: rules", "identity", "ui"})
package fledge.representative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
