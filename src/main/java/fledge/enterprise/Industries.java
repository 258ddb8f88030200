package fledge.enterprise;

import fledge.enterprise.rules.SizeIndustry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The national list of industries; it belongs to no city and only a migration changes it, so it is read once. */
@Component
public class Industries {

    private static final RowMapper<IndustryView> INDUSTRY = (row, n) -> new IndustryView(
            row.getString("code"),
            row.getString("section"),
            row.getString("name_zh"),
            row.getString("name_en"),
            Optional.ofNullable(row.getString("size_industry"))
                    .map(SizeIndustry::valueOf)
                    .orElse(null),
            row.getBoolean("divided"));

    private final JdbcClient jdbc;
    private volatile Map<String, IndustryView> byCode = Map.of();
    private volatile List<SectionView> sections = List.of();

    Industries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The industry of that code, if there is one. */
    public Optional<IndustryView> find(String code) {
        return Optional.ofNullable(byCode().get(code));
    }

    /** The industry of a code that is stored. */
    public IndustryView one(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no industry " + code));
    }

    /** Those an enterprise can be put in, in the order of the list. */
    public List<IndustryView> chosen() {
        return byCode().values().stream()
                .filter(industry -> !industry.divided())
                .toList();
    }

    public List<SectionView> sections() {
        if (sections.isEmpty()) {
            sections = jdbc.sql("select code, name_zh, name_en from industry_section order by code")
                    .query((row, n) -> new SectionView(row.getString(1), row.getString(2), row.getString(3)))
                    .list();
        }
        return sections;
    }

    private Map<String, IndustryView> byCode() {
        if (byCode.isEmpty()) {
            var read = new LinkedHashMap<String, IndustryView>();
            jdbc.sql("select * from industry order by code")
                    .query(INDUSTRY)
                    .list()
                    .forEach(one -> read.put(one.code(), one));
            byCode = read;
        }
        return byCode;
    }
}
