package fledge.base.web;

import fledge.base.BaseFilter;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where bases are: a tile for each district, or each town where the city is a district; drawn here, from our own data. */
@Component
class DistrictPages {

    private static final int COLUMNS = 3;
    private static final int WIDTH = 150;
    private static final int HEIGHT = 88;
    private static final int GAP = 12;
    private static final int SOME = 1;
    private static final int MANY = 4;

    /** Letters of a line of a tile; a Chinese character is twice as wide as a Latin one. */
    private static final int LINE_WIDTH = 16;

    private static final int LINES = 2;

    private final BaseService bases;
    private final UnitService units;
    private final PortalClock clock;
    private final Formats formats;

    DistrictPages(BaseService bases, UnitService units, PortalClock clock, Formats formats) {
        this.bases = bases;
        this.units = units;
        this.clock = clock;
        this.formats = formats;
    }

    record MapPage(int width, int height, List<Tile> tiles, int total) {}

    /** A district: where its tile stands, its name in short lines and whole, and how many bases it has. */
    record Tile(
            int x,
            int y,
            int width,
            int height,
            String zone,
            String name,
            List<String> lines,
            long count,
            String shade) {}

    @Transactional(readOnly = true)
    MapPage map() {
        List<BaseView> all = bases.list(BaseFilter.ALL);
        List<UnitView> districts = districts(all);
        var tiles = new ArrayList<Tile>();
        for (UnitView district : districts) {
            long count = all.stream()
                    .filter(base -> district.id().equals(base.entry().zoneId()))
                    .count();
            tiles.add(tile(tiles.size(), district.id().toString(), district.name(formats.locale()), count));
        }
        long nowhere =
                all.stream().filter(base -> base.entry().zoneId() == null).count();
        if (nowhere > 0) {
            tiles.add(tile(tiles.size(), RegisterFilter.NOWHERE, formats.text("base.zone.none"), nowhere));
        }
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        return new MapPage(
                COLUMNS * WIDTH + (COLUMNS - 1) * GAP, Math.max(1, rows) * (HEIGHT + GAP) - GAP, tiles, all.size());
    }

    /** The districts of today and whatever else bases stand in; the towns where the city has no districts. */
    private List<UnitView> districts(List<BaseView> all) {
        LocalDate today = LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
        List<UnitView> every = units.units();
        UnitKind kind =
                every.stream().anyMatch(unit -> unit.kind() == UnitKind.DISTRICT) ? UnitKind.DISTRICT : UnitKind.TOWN;
        List<UUID> used = all.stream()
                .flatMap(base -> Stream.ofNullable(base.entry().zoneId()))
                .toList();
        return every.stream()
                .filter(unit -> used.contains(unit.id()) || (unit.kind() == kind && unit.isValidOn(today)))
                .toList();
    }

    private static Tile tile(int at, String zone, String name, long count) {
        return new Tile(
                at % COLUMNS * (WIDTH + GAP),
                at / COLUMNS * (HEIGHT + GAP),
                WIDTH,
                HEIGHT,
                zone,
                name,
                lines(name),
                count,
                count < SOME ? "none" : count < MANY ? "some" : "many");
    }

    /** A name in at most two lines that fit; what is left over becomes dots, and the whole name is in the tile's title. */
    static List<String> lines(String name) {
        var lines = new ArrayList<String>();
        String rest = name;
        while (!rest.isEmpty() && lines.size() < LINES) {
            int fits = fitting(rest);
            int space = fits < rest.length() ? rest.lastIndexOf(' ', fits) : -1;
            int cut = space > 0 ? space : fits;
            boolean overflow = lines.size() == LINES - 1 && cut < rest.length();
            lines.add(overflow ? rest.substring(0, cut - 1) + "…" : rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        return lines;
    }

    private static int fitting(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); at++) {
            width += text.charAt(at) > 0x2e7f ? 2 : 1;
            if (width > LINE_WIDTH) {
                return at;
            }
        }
        return text.length();
    }
}
