package fledge.enterprise;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names and their initials in pieces of three characters, each with a list of who has it (docs/adr/0031): behind row-level security a
 * search within names finds no index, and the beginning of a piece does. The lists may name too many, and never too few: together with
 * those whose names wait to be cut they hold everybody who has the piece.
 */
@Repository
class EnterprisePieces {

    private static final int PIECE = 3;
    /** Among so many pieces of what was typed there is one that few have. */
    private static final int ASKED = 12;
    /** Beyond so many it is quicker to read the names one after another. */
    private static final int FEW = 2_000;
    /** Portions of a statement each, a few thousand names together. */
    private static final int PORTIONS = 200;

    private final JdbcClient jdbc;

    EnterprisePieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The piece of these words that the fewest have; empty if all of them are so common that it would not help. */
    String rarest(short city, String words) {
        List<String> pieces = pieces(words.codePoints().toArray());
        String each =
                IntStream.range(0, pieces.size()).mapToObj("""
                        select :piece%1$d as piece, coalesce(sum(number), 0) as number
                        from enterprise_piece where city_id = :city and piece ^@ :piece%1$d"""::formatted).collect(Collectors.joining(" union all "));
        var query = jdbc.sql("select piece from (" + each + ") as counted"
                        + " where number + (select coalesce(sum(number), 0) from enterprise_uncut where city_id = :city) <= :few"
                        + " order by number limit 1")
                .param("city", city)
                .param("few", FEW);
        for (int at = 0; at < pieces.size(); at++) {
            query = query.param("piece" + at, pieces.get(at));
        }
        return query.query(String.class).optional().orElse("");
    }

    private static List<String> pieces(int[] words) {
        return IntStream.rangeClosed(0, Math.clamp(words.length - PIECE, 0, ASKED - 1))
                .mapToObj(at -> new String(words, at, Math.min(PIECE, words.length)))
                .toList();
    }

    /** Cuts the names of some portions that wait, and answers whether there were any. */
    @Transactional
    public boolean cut() {
        return jdbc.sql("""
                with portion as (
                  delete from enterprise_uncut where city_id = current_city() and id in (
                    select id from enterprise_uncut where city_id = current_city() order by id limit :portions)
                  returning enterprise_ids
                ), named as materialized (
                  select id, name_zh, initials from enterprise
                  where city_id = current_city() and id in (select unnest(enterprise_ids) from portion)
                )
                insert into enterprise_piece (city_id, piece, id, enterprise_ids)
                select current_city(), piece, uuidv7(), array_agg(id) from (
                  select id, substr(name_zh, n, :length) as piece from named, generate_series(1, length(name_zh)) as n
                  union all
                  select id, substr(initials, n, :length) from named, generate_series(1, length(initials)) as n) as pieces
                group by piece""").param("portions", PORTIONS).param("length", PIECE).update() > 0;
    }

    /** How many enterprises have a piece by which they would not be found; for proof, not for pages. */
    int lost() {
        return jdbc.sql("""
                select count(*) from enterprise e
                where e.city_id = current_city()
                  and not exists (select from enterprise_uncut u where u.city_id = e.city_id and e.id = any(u.enterprise_ids))
                  and exists (
                    select from unnest(array[e.name_zh, e.initials]) as words, generate_series(1, length(words)) as n
                    where not exists (
                      select from enterprise_piece p
                      where p.city_id = e.city_id and p.piece = substr(words, n, :length) and e.id = any(p.enterprise_ids)))""").param("length", PIECE).query(Integer.class).single();
    }
}
