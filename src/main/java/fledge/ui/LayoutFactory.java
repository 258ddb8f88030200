package fledge.ui;

import fledge.access.Actor;
import fledge.kernel.Reason;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the shell of a page from the request, the city and the person. */
@Component
class LayoutFactory {

    private final List<NavigationEntry> navigation;
    private final Worklist worklist;
    private final MessageSource messages;
    private final boolean demonstration;

    LayoutFactory(
            List<NavigationEntry> navigation,
            Worklist worklist,
            MessageSource messages,
            @Value("${fledge.demo}") boolean demonstration) {
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.worklist = worklist;
        this.messages = messages;
        this.demonstration = demonstration;
    }

    Layout layout(HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        City city = CurrentCity.isBound() ? CurrentCity.get() : null;
        Actor actor = Actor.current();
        Refusal refusal = refusal(request);
        Map<String, String> errors = errors(refusal, locale);
        return new Layout(
                city == null ? null : city.code(),
                city == null ? null : city.name(locale),
                city == null ? null : city.hue(),
                messages.getMessage("ui.platform", null, locale),
                actor.isSignedIn() ? links(request, actor, false) : List.of(),
                actor.isSignedIn() ? links(request, actor, true) : List.of(),
                actor.isSignedIn() ? person(actor, locale) : null,
                worklist.count(actor),
                city == null ? List.of() : footer(city),
                demonstration,
                locale.getLanguage().equals("en") ? "en" : "zh",
                switchLocale(request, locale),
                notices(request),
                refusal == null ? Map.of() : refusal.typed(),
                errors,
                refusal == null ? List.of() : summary(refusal, locale));
    }

    /** After what somebody has done, other things wait for them. */
    void acted() {
        worklist.forget(Actor.current());
    }

    /** What concerns one's own account stands with one's name, everything else in the navigation. */
    private List<Layout.Link> links(HttpServletRequest request, Actor actor, boolean own) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return navigation.stream()
                .filter(entry -> entry.path().startsWith("/me/") == own && actor.may(entry.right()))
                .map(entry -> new Layout.Link(
                        "ui.navigation." + entry.key(),
                        entry.path(),
                        path.equals(entry.path()) || path.startsWith(entry.path() + "/"),
                        null))
                .toList();
    }

    private Layout.Person person(Actor actor, Locale locale) {
        String units = actor.appointments().stream()
                .map(Actor.Appointment::unitName)
                .distinct()
                .collect(Collectors.joining("、"));
        String roles = actor.appointments().stream()
                .map(appointment -> role(appointment, locale))
                .distinct()
                .collect(Collectors.joining("、"));
        return new Layout.Person(actor.name(), units, roles);
    }

    private String role(Actor.Appointment held, Locale locale) {
        String role = messages.getMessage("access.role." + held.role(), null, locale);
        Actor.Principal principal = held.principal();
        return principal == null
                ? role
                : messages.getMessage("ui.on-behalf-of", new Object[] {role, principal.name()}, locale);
    }

    private static List<Layout.FooterLine> footer(City city) {
        return Stream.of(
                        new Layout.FooterLine("ui.footer.sponsor", city.sponsor(), null),
                        new Layout.FooterLine("ui.footer.host", city.host(), null),
                        new Layout.FooterLine("ui.footer.phone", city.contactPhone(), null))
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private static String switchLocale(HttpServletRequest request, Locale locale) {
        String other = locale.getLanguage().equals("en") ? "zh" : "en";
        // An error page stands at the address that failed, not at its own.
        String asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        String path = request.getMethod().equals("GET") ? asked : request.getContextPath() + "/desk";
        var address = UriComponentsBuilder.fromPath(
                path.substring(request.getContextPath().length()));
        if (request.getMethod().equals("GET") && request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return address.replaceQueryParam("lang", other).build().toUriString();
    }

    private static List<?> notices(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Flash.NOTICES) instanceof List<?> notices ? notices : List.of();
    }

    private static @Nullable Refusal refusal(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Refusal.KEY) instanceof Refusal refusal ? refusal : null;
    }

    private Map<String, String> errors(@Nullable Refusal refusal, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        if (refusal != null) {
            for (Reason reason : refusal.reasons()) {
                if (reason.field() != null) {
                    errors.putIfAbsent(reason.field(), text(reason, locale));
                }
            }
        }
        return errors;
    }

    private List<Layout.ErrorLink> summary(Refusal refusal, Locale locale) {
        return refusal.reasons().stream()
                .map(reason -> new Layout.ErrorLink(
                        "#" + (reason.field() == null ? "content" : reason.field()), text(reason, locale)))
                .toList();
    }

    private String text(Reason reason, Locale locale) {
        return Texts.of(messages, locale, reason);
    }
}
