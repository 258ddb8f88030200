package fledge.architecture;

import fledge.Portal;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules know each other as their package-infos allow, and in no circle. */
class ModularityTest {

    @Test
    void every_module_uses_only_what_it_says_it_uses() {
        ApplicationModules.of(Portal.class).verify();
    }
}
