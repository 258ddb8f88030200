package fledge.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of db/demo. */
final class DemonstrationFiles {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DemonstrationFiles() {}

    static CityFile city(String code) {
        return read(code, CityFile.class);
    }

    static RegisterFile bases(String code) {
        return read("bases-" + code, RegisterFile.class);
    }

    static PeopleFile people() {
        return read("people", PeopleFile.class);
    }

    private static <T> T read(String name, Class<T> type) {
        try (var text = new ClassPathResource("db/demo/" + name + ".yaml").getInputStream()) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return MAPPER.convertValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
