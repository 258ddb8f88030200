package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.kernel.Quarter;
import fledge.tenancy.City;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A city being loaded: its file, the years it is told for, its units by code, and who acts in it. */
record Town(City city, CityFile file, SampleYears years, Map<String, UUID> units, List<Player> players) {

    /** Somebody of the city, in the role and unit of the file. */
    record Player(Role role, @Nullable String unit, Actor actor) {}

    UUID unit(String code) {
        UUID id = units.get(code);
        if (id == null) {
            throw new IllegalStateException(city.code() + ": no unit " + code);
        }
        return id;
    }

    List<UUID> unitIds(List<String> codes) {
        return codes.stream().map(this::unit).toList();
    }

    Actor player(Role role) {
        return players(role).getFirst();
    }

    /** Another person in the same role. */
    Actor second(Role role) {
        return players(role).get(1);
    }

    private List<Actor> players(Role role) {
        return players.stream()
                .filter(player -> player.role() == role)
                .map(Player::actor)
                .toList();
    }

    Actor player(Role role, String unit) {
        return players.stream()
                .filter(player -> player.role() == role && unit.equals(player.unit()))
                .map(Player::actor)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(city.code() + ": nobody is " + role + " of " + unit));
    }

    /** When the city began: a morning in the first days of the sample's first year. */
    static Instant founding(SampleYears years) {
        return at(LocalDate.of(years.first(), 1, 4), 9, 0);
    }

    Instant founding() {
        return founding(years);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(PortalClock.ZONE).toInstant();
    }

    /** What the file tells of a unit in a quarter. */
    List<SamplePart.Story> stories(String unit, Quarter quarter) {
        return file.sampleHistory().stream()
                .filter(story -> story.unit().equals(unit) && covers(story, quarter))
                .toList();
    }

    private boolean covers(SamplePart.Story story, Quarter quarter) {
        Quarter first = years.quarter(story.quarter());
        String until = story.untilQuarter();
        Quarter last = until == null ? first : years.quarter(until);
        return first.compareTo(quarter) <= 0 && quarter.compareTo(last) <= 0;
    }
}
